using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Work for every point of an index, 64 points to a part, in the vectors of the options.</summary>
internal abstract class PointWork(PointPanels points, EstimationOptions options) : IPartitionedWork
{
    // A panel of neighbours is read once for so many points; a part of them is soon over.
    private const int PointsPerPart = 2 * PointPanels.Width;

    private int _done;

    protected PointPanels Points => points;

    protected CancellationToken Cancellation => options.CancellationToken;

    private int PartCount => (points.Count + PointsPerPart - 1) / PointsPerPart;

    /// <summary>Does the work for all points.</summary>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public void Run() => WorkerTeam.Shared.Run(this, PartCount, options);

    public void Execute(int part)
    {
        Body body = new(this, part);
        VectorPaths.Run(options.VectorPath(), ref body);
        options.Progress?.Report((double)Interlocked.Increment(ref _done) / PartCount);
    }

    /// <summary>
    /// Does the work for the points at some places; <paramref name="points"/> are these, shape (end − first, d).
    /// </summary>
    protected abstract unsafe void Execute<TLanes, TVector>(int first, int end, double* points)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged;

    private readonly struct Body(PointWork work, int part) : IVectorCode<double>
    {
        public unsafe void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged
        {
            int first = part * PointsPerPart;
            int end = Math.Min(work.Points.Count, first + PointsPerPart);
            int dimension = work.Points.Dimension;
            using AlignedBuffer<double> copies = AlignedBuffer<double>.Rent((end - first) * dimension);
            for (int place = first; place < end; place++)
                work.Points.CopyPoint(place, copies.Pointer + (nint)(place - first) * dimension);
            work.Execute<TLanes, TVector>(first, end, copies.Pointer);
        }
    }
}
