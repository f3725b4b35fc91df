using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>All eigenvalues of a symmetric tridiagonal matrix, in vectors and on all cores.</summary>
/// <remarks>
/// Each to within about 3·ε·‖T‖, whatever n: a count of the Sturm sequence is exact for a matrix whose entries differ from T's by
/// a few roundings. About 8 evaluations of n divisions for each eigenvalue where the eigenvalues are apart. The indices fall into
/// parts by n alone, and a part is found without the others, so the bits do not depend on the number of threads. Always ends: see
/// <see cref="EigenvalueSearch"/>.
/// </remarks>
internal sealed unsafe class TridiagonalEigenvalues : IPartitionedWork
{
    // A part finds its own range from the whole matrix first, which costs about 3 sweeps; its eigenvalues then cost
    // one for every five or six.
    private const int PartSize = 256;

    // Smaller matrices are one part: handing over costs more than it saves.
    private const int LeastShared = 192;

    private const double Epsilon = 2.220446049250313e-16;

    private int _n;
    private int _parts;
    private double* _diagonal;
    private double* _squares;
    private int* _blockStarts;
    private int _blockCount;
    private double _norm;
    private double* _eigenvalues;
    private VectorPath _path;
    private CancellationToken _cancellation;

    /// <summary>Computes the eigenvalues.</summary>
    /// <param name="diagonal">n entries, of magnitude about 1 at most: the caller scales.</param>
    /// <param name="offDiagonal">n − 1 entries; entry i couples i and i + 1.</param>
    /// <param name="n">The order, from 1.</param>
    /// <param name="eigenvalues">Receives n numbers, ascending; must not overlap the others.</param>
    /// <param name="options">Vectors, threads, cancellation.</param>
    public static void Compute(double* diagonal, double* offDiagonal, int n, double* eigenvalues, EstimationOptions options)
    {
        using AlignedBuffer<double> squares = AlignedBuffer<double>.Rent(n);
        using AlignedBuffer<int> blockStarts = AlignedBuffer<int>.Rent(n + 1);
        TridiagonalEigenvalues work = Spare<TridiagonalEigenvalues>.Take();
        work._n = n;
        work._parts = n < LeastShared ? 1 : Math.Max(2, n / PartSize);
        work._diagonal = diagonal;
        work._squares = squares.Pointer;
        work._blockStarts = blockStarts.Pointer;
        work._eigenvalues = eigenvalues;
        work._path = options.VectorPath();
        work._cancellation = options.CancellationToken;
        work.Split(offDiagonal);
        WorkerTeam.Shared.Run(work, work._parts, options);
        // Equal eigenvalues on both sides of a border between parts may come out in either order.
        if (work._blockCount > 1 || work._parts > 1)
            new Span<double>(eigenvalues, n).Sort();
        work._cancellation = default;
        Spare<TridiagonalEigenvalues>.Keep(work);
    }

    public void Execute(int part)
    {
        int first = (int)((long)_n * part / _parts);
        int end = (int)((long)_n * (part + 1) / _parts);
        int block = new ReadOnlySpan<int>(_blockStarts, _blockCount + 1).BinarySearch(first);
        block = block >= 0 ? block : ~block - 1;
        for (; block < _blockCount && _blockStarts[block] < end; block++)
            Find(block, Math.Max(first, _blockStarts[block]), Math.Min(end, _blockStarts[block + 1]));
    }

    /// <summary>Cuts T where a coupling is too small to move an eigenvalue by half a rounding, and squares the others.</summary>
    private void Split(double* offDiagonal)
    {
        _norm = 0;
        for (int i = 0; i < _n; i++)
            _norm = Math.Max(_norm, Math.Abs(_diagonal[i]) + Radius(offDiagonal, i));

        _blockCount = 0;
        for (int i = 0; i < _n; i++)
        {
            double coupling = i == 0 ? 0 : offDiagonal[i - 1];
            bool isCut = !(Math.Abs(coupling) > Epsilon / 4 * _norm);
            _squares[i] = isCut ? 0 : coupling * coupling;
            if (isCut)
                _blockStarts[_blockCount++] = i;
        }

        _blockStarts[_blockCount] = _n;
    }

    private double Radius(double* offDiagonal, int row) =>
        (row == 0 ? 0 : Math.Abs(offDiagonal[row - 1])) + (row == _n - 1 ? 0 : Math.Abs(offDiagonal[row]));

    /// <summary>Finds the eigenvalues of one block that go to the places from first to end.</summary>
    private void Find(int block, int first, int end)
    {
        int start = _blockStarts[block];
        int rows = _blockStarts[block + 1] - start;
        Span<double> destination = new(_eigenvalues + first, end - first);
        if (rows == 1)
        {
            destination[0] = _diagonal[start];
            return;
        }

        (double low, double high) = Gershgorin(start, rows);
        SturmSweep matrix = new() { Diagonal = _diagonal + start, Squares = _squares + start, Rows = rows };
        EigenvalueSearch search = new(matrix, _path, Epsilon / 4 * _norm, first - start, destination);
        search.Run(low, high, _cancellation);
    }

    /// <summary>An interval that holds all eigenvalues of a block, with room for the roundings of a count.</summary>
    private (double Low, double High) Gershgorin(int start, int rows)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        double before = 0;
        for (int i = start; i < start + rows; i++)
        {
            double after = i + 1 < start + rows ? Math.Sqrt(_squares[i + 1]) : 0;
            low = Math.Min(low, _diagonal[i] - before - after);
            high = Math.Max(high, _diagonal[i] + before + after);
            before = after;
        }

        return (low - 4 * Epsilon * _norm, high + 4 * Epsilon * _norm);
    }
}
