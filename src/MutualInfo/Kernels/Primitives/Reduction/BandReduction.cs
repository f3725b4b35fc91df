using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The first of two stages: a full symmetric matrix to one of half-bandwidth 32, panel by panel, nearly all of it in products of matrices.</summary>
/// <remarks>
/// Per panel: update the block column, factor the panel, sweep the trailing matrix, form the next pending update; see <see cref="BandWorkspace"/>.
/// 4/3·n³ operations, all but O(n²·32) of them in the sweeps.
/// </remarks>
internal sealed class BandReduction<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;

    private readonly BandWorkspace _workspace;
    private readonly PanelUpdate<TLanes, TVector> _panelUpdate;
    private readonly TrailingSweep<TLanes, TVector> _sweep;
    private readonly PanelFactorization<TLanes, TVector> _factorization;
    private readonly PendingUpdate<TLanes, TVector> _pendingUpdate;

    public BandReduction(BandWorkspace workspace)
    {
        _workspace = workspace;
        _panelUpdate = new PanelUpdate<TLanes, TVector>(workspace);
        _sweep = new TrailingSweep<TLanes, TVector>(workspace);
        _factorization = new PanelFactorization<TLanes, TVector>(workspace, _sweep);
        _pendingUpdate = new PendingUpdate<TLanes, TVector>(workspace);
    }

    /// <summary>Leaves the band in the matrix: the blocks on the diagonal, and below each a triangle R.</summary>
    public void Reduce(EstimationOptions options)
    {
        WorkerTeam team = WorkerTeam.Shared;
        int order = _workspace.Order;
        for (int first = 0; first + Band < order; first += Band)
        {
            bool isPending = first > 0;
            int origin = first + Band;
            team.Run(_panelUpdate, _panelUpdate.Prepare(first, isPending), options);
            int slots = _sweep.Prepare(origin, isPending, options.CancellationToken);
            team.Run(_factorization, _factorization.Prepare(first, isPending), options);
            team.Run(_sweep, slots, options);
            _pendingUpdate.Form(origin, slots, options);
            options.Progress?.Report(Done(order - origin));
        }

        if (order > Band)
            team.Run(_panelUpdate, _panelUpdate.Prepare(order - Band, isPending: true), options);
    }

    // The second stage takes about a tenth of the time; here the share done is that of m³.
    private double Done(int m) => 0.9 * (1 - Math.Pow((double)m / _workspace.Order, 3));
}
