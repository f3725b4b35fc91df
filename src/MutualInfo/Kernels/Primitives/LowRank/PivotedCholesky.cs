using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// K ≈ LLᵀ with few columns, by Cholesky's method with pivots chosen where the residual is largest. K is never formed.
/// </summary>
/// <remarks>
/// <para>
/// R = K − LLᵀ is positive semidefinite, so its trace, the sum of its diagonal, bounds it in every norm; that diagonal is all
/// that is kept of it. A panel of 32 columns is added at a time, so that the work is a product of matrices. O(m·k·D + m·k²) time,
/// 8·m·k bytes for m samples and rank k. Rows fall into parts by m alone: the same bits for any number of threads.
/// </para>
/// <para>Source: Harbrecht, Peters and Schneider, Appl. Numer. Math. 62:428 (2012).</para>
/// </remarks>
internal sealed unsafe class PivotedCholesky : IPartitionedWork
{
    private const int Width = ResidualColumns.Width;
    private const int RowsPerPart = 512;

    // Columns of so many rows at a time: 32 KB beside the panels that stream by.
    private const int RowsPerChunk = 64;

    private const double Epsilon = 2.220446049250313e-16;

    private readonly WeightedSamples _samples;
    private readonly EstimationOptions _options;
    private readonly List<double[]> _panels = [];
    private readonly double[] _residual;
    private readonly int _parts;
    private readonly double _greatestWeight;
    private readonly int _poolSize;
    private ResidualColumns? _columns;
    private double[] _inverse = [];
    private double[] _next = [];

    public PivotedCholesky(WeightedSamples samples, EstimationOptions options)
    {
        _samples = samples;
        _options = options;
        _residual = [.. samples.Roots.Take(samples.Count).Select(root => Math.Round(root * root))];
        _greatestWeight = _residual.Max();
        // A larger pool fills panels better, and costs little beside columns of so many rows.
        _poolSize = samples.Count < 16384 ? 128 : 384;
        _parts = (samples.PaddedCount + RowsPerPart - 1) / RowsPerPart;
        ResidualTrace = _residual.Sum();
    }

    /// <summary>Gets k, the number of columns that are not zero.</summary>
    public int Rank { get; private set; }

    /// <summary>Gets the number of samples.</summary>
    public int Count => _samples.Count;

    /// <summary>Gets the trace of K − LLᵀ.</summary>
    public double ResidualTrace { get; private set; }

    /// <summary>Gets the sum of the diagonal of K over the pivots.</summary>
    public double PivotTrace { get; private set; }

    /// <summary>Gets L, panel by panel, each of <see cref="WeightedSamples.PaddedCount"/> rows, row-major.</summary>
    public IReadOnlyList<double[]> Panels => _panels;

    /// <summary>
    /// Adds up to 32 columns, and no more than allowed. Returns false where what is left cannot be told from rounding.
    /// </summary>
    public bool Extend(int most)
    {
        _options.CancellationToken.ThrowIfCancellationRequested();
        int[] pool = ChoosePool();
        WeightedSamples samples = _samples.Pick(pool);
        double[][] poolPanels = [.. _panels.Select(panel => PickRows(panel, pool, samples.PaddedCount))];
        PivotBlock block = new(
            PoolResidual(samples, poolPanels), _poolSize, pool.Length, (Rank + 16) * Epsilon * _greatestWeight, most);
        if (block.Chosen.Count == 0)
            return false;

        int[] pivots = [.. block.Chosen.Select(place => pool[place])];
        WeightedSamples chosen = _samples.Pick(pivots);
        _columns = new ResidualColumns(
            _samples, [.. _panels], chosen, [.. _panels.Select(panel => PickRows(panel, pivots, chosen.PaddedCount))]);
        _inverse = block.InverseOfFactor();
        _next = GC.AllocateUninitializedArray<double>(_samples.PaddedCount * Width, pinned: true);
        WorkerTeam.Shared.Run(this, _parts, _options);
        _panels.Add(_next);
        Rank += pivots.Length;
        foreach (int pivot in pivots)
        {
            PivotTrace += Math.Round(_samples.Roots[pivot] * _samples.Roots[pivot]);
            _residual[pivot] = 0;
        }

        ResidualTrace = OrderedSum.Of(_residual);
        return true;
    }

    public void Execute(int part)
    {
        using AlignedBuffer<double> columns = AlignedBuffer<double>.Rent(RowsPerChunk * Width);
        int end = Math.Min(_samples.PaddedCount, (part + 1) * RowsPerPart);
        for (int first = part * RowsPerPart; first < end; first += RowsPerChunk)
        {
            int chunkEnd = Math.Min(end, first + RowsPerChunk);
            _columns!.Compute(first, chunkEnd, columns.Pointer, _options.VectorPath());
            Span<double> own = _next.AsSpan(first * Width, (chunkEnd - first) * Width);
            own.Clear();
            Finish finish = new(columns.Pointer, Pointer(_inverse), Pointer(_next) + (nint)first * Width, chunkEnd - first);
            VectorPaths.Run(_options.VectorPath(), ref finish);
            for (int row = first; row < Math.Min(chunkEnd, _samples.Count); row++)
            {
                ReadOnlySpan<double> added = _next.AsSpan(row * Width, Width);
                // Rounding may take a little more than there was; what is left is no less than nothing.
                _residual[row] = Math.Max(0, _residual[row] - OrderedSum.OfProducts(added, added));
            }
        }
    }

    /// <summary>
    /// The worst approximated sample of each of a few hundred equal parts of the data, those of no residual left out.
    /// </summary>
    private int[] ChoosePool()
    {
        List<int> pool = [];
        int parts = Math.Min(_poolSize, _samples.Count);
        for (int part = 0; part < parts; part++)
        {
            int first = (int)((long)_samples.Count * part / parts);
            int end = (int)((long)_samples.Count * (part + 1) / parts);
            int worst = first;
            for (int i = first + 1; i < end; i++)
                worst = _residual[i] > _residual[worst] ? i : worst;
            if (_residual[worst] > 0)
                pool.Add(worst);
        }

        return pool.Count > 0 ? [.. pool] : [0];
    }

    private static double[] PickRows(double[] panel, int[] rows, int paddedCount)
    {
        double[] picked = GC.AllocateArray<double>(paddedCount * Width, pinned: true);
        for (int i = 0; i < rows.Length; i++)
            panel.AsSpan(rows[i] * Width, Width).CopyTo(picked.AsSpan(i * Width));
        return picked;
    }

    /// <summary>K − LLᵀ among the pool, square.</summary>
    private double[] PoolResidual(WeightedSamples pool, double[][] panels)
    {
        double[] residual = new double[_poolSize * _poolSize];
        using AlignedBuffer<double> columns = AlignedBuffer<double>.Rent(_poolSize * Width);
        int[] all = [.. Enumerable.Range(0, pool.Count)];
        for (int first = 0; first < pool.Count; first += Width)
        {
            int[] group = all[first..Math.Min(pool.Count, first + Width)];
            WeightedSamples pivots = pool.Pick(group);
            ResidualColumns residuals = new(
                pool, panels, pivots, [.. panels.Select(panel => PickRows(panel, group, pivots.PaddedCount))]);
            residuals.Compute(0, pool.PaddedCount, columns.Pointer, _options.VectorPath());
            for (int row = 0; row < pool.Count; row++)
                columns.Span.Slice(row * Width, group.Length).CopyTo(residual.AsSpan(row * _poolSize + first));
        }

        return residual;
    }

    private static double* Pointer(double[] pinned) => (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    // The next rows of L: residual columns times U⁻¹.
    private readonly struct Finish(double* columns, double* inverse, double* destination, int rows) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged =>
            PanelProduct<TLanes, TVector>.MultiplyAdd(columns, inverse, destination, rows);
    }
}
