using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// Points in panels of 32, feature-major: feature k of the point at place p is <c>Panel(p / 32)[k · 32 + p % 32]</c>.
/// </summary>
/// <remarks>
/// Lanes run over points, so a vector is full in any dimension. Places beyond the last point hold infinity, which is nearer than
/// no bound.
/// </remarks>
internal sealed unsafe class PointPanels : IDisposable
{
    /// <summary>The points in a panel: four vectors of 512 bits, and a bit for each in 32 bits.</summary>
    public const int Width = 32;

    private AlignedBuffer<double> _numbers;
    private AlignedBuffer<int> _rows;

    /// <summary>Copies points into panels.</summary>
    /// <param name="values">The points, shape (n, d), row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="order">Which point stands at each place.</param>
    /// <param name="names">What each point is called in results, by its index in <paramref name="values"/>; empty for that index.</param>
    /// <param name="cancellation">Looked at for every panel.</param>
    public PointPanels(
        ReadOnlySpan<double> values, int dimension, ReadOnlySpan<int> order, ReadOnlySpan<int> names, CancellationToken cancellation)
    {
        Count = order.Length;
        Dimension = dimension;
        PanelCount = (Count + Width - 1) / Width;
        _numbers = AlignedBuffer<double>.Rent(checked(PanelCount * Width * dimension));
        _rows = AlignedBuffer<int>.Rent(PanelCount * Width);
        try
        {
            for (int panel = 0; panel < PanelCount; panel++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int place = panel * Width; place < (panel + 1) * Width; place++)
                    Fill(place, place < Count ? values.Slice(order[place] * dimension, dimension) : default);
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        for (int place = 0; place < PanelCount * Width; place++)
            _rows.Pointer[place] = place >= Count ? -1 : names.IsEmpty ? order[place] : names[order[place]];
    }

    /// <summary>Gets n.</summary>
    public int Count { get; }

    /// <summary>Gets d.</summary>
    public int Dimension { get; }

    public int PanelCount { get; }

    /// <summary>Gets what the point at each place is called.</summary>
    public int* Rows => _rows.Pointer;

    public double* Panel(int panel) => _numbers.Pointer + (nint)panel * Width * Dimension;

    /// <summary>Copies the point at a place, shape (d).</summary>
    public void CopyPoint(int place, double* destination)
    {
        double* source = Panel(place / Width) + place % Width;
        for (int k = 0; k < Dimension; k++)
            destination[k] = source[(nint)k * Width];
    }

    public void Dispose()
    {
        _numbers.Dispose();
        _rows.Dispose();
    }

    private void Fill(int place, ReadOnlySpan<double> point)
    {
        double* target = Panel(place / Width) + place % Width;
        for (int k = 0; k < Dimension; k++)
            target[(nint)k * Width] = point.IsEmpty ? double.PositiveInfinity : point[k];
    }
}
