using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Reduction to tridiagonal form in two stages: to a band, in products of matrices, then along the band.</summary>
/// <remarks>
/// The direct way reads the whole triangle for every column it reduces; this one for every 32. It costs 6·32·n² operations more, so it pays
/// once the triangle is larger than the caches near a core.
/// </remarks>
internal sealed unsafe class TwoStageReduction<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private readonly BandWorkspace _workspace = new();
    private readonly SymmetricBand _band = new();
    private readonly BulgeChase<TLanes, TVector> _chase = new();
    private readonly BandReduction<TLanes, TVector> _bandReduction;

    public TwoStageReduction()
    {
        _bandReduction = new BandReduction<TLanes, TVector>(_workspace);
    }

    /// <summary>Reduces a matrix; see <see cref="TridiagonalReduction.Reduce"/>.</summary>
    public void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        if (n == 0)
            return;
        try
        {
            _workspace.Rent(lower, n, stride);
            _bandReduction.Reduce(options);
            _band.CopyFrom(_workspace, options);
            _chase.Reduce(_band, _workspace.Padding, options);
            for (int i = 0; i < n; i++)
            {
                int at = i + _workspace.Padding;
                diagonal[i] = *_band.At(at, at);
                if (i + 1 < n)
                    offDiagonal[i] = *_band.At(at + 1, at);
            }

            options.Progress?.Report(1);
        }
        finally
        {
            _workspace.Return();
            _band.Return();
        }
    }
}
