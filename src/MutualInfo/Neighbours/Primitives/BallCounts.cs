using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// How many points lie in the balls around every point, itself among them: in the open ball, and in the closed one.
/// </summary>
/// <remarks>Several balls may be asked for around each point. A radius below 0 is not asked for: both counts stay 0.</remarks>
internal sealed unsafe class BallCounts : IDisposable
{
    private AlignedBuffer<double> _radii;
    private AlignedBuffer<int> _open;
    private AlignedBuffer<int> _closed;

    public BallCounts(int count, int balls)
    {
        Count = count;
        Balls = balls;
        _radii = AlignedBuffer<double>.Rent(checked(count * balls));
        _open = AlignedBuffer<int>.Rent(count * balls);
        _closed = AlignedBuffer<int>.Rent(count * balls);
        _radii.Span.Fill(-1);
        _open.Span.Clear();
        _closed.Span.Clear();
    }

    /// <summary>Gets n.</summary>
    public int Count { get; }

    /// <summary>Gets the number of balls around each point.</summary>
    public int Balls { get; }

    /// <summary>Gets the radii of the balls around one point.</summary>
    public Span<double> Radii(int row) => new(_radii.Pointer + (nint)row * Balls, Balls);

    /// <summary>Gets how many points are nearer than each radius.</summary>
    public Span<int> Open(int row) => new(_open.Pointer + (nint)row * Balls, Balls);

    /// <summary>Gets how many points are no farther than each radius.</summary>
    public Span<int> Closed(int row) => new(_closed.Pointer + (nint)row * Balls, Balls);

    public void Dispose()
    {
        _radii.Dispose();
        _open.Dispose();
        _closed.Dispose();
    }
}
