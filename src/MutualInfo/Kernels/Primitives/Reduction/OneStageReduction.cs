using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Householder reduction straight to tridiagonal form, from the last row up, one pass over the triangle a step.</summary>
/// <remarks>
/// <para>
/// Step m reflects row m, left of the diagonal, onto its last entry: with H = I − τvvᵀ, y = Av and w = τy − ½τ²(vᵀy)v the leading m × m
/// matrix becomes A − vwᵀ − wvᵀ. That update is left pending and applied in the pass that multiplies the matrix by the next reflector, so
/// the triangle moves through the cache once a step. Source: Golub and Van Loan, Matrix Computations, section 8.3; LAPACK's dsytd2.
/// </para>
/// <para>
/// Blocks of rows belong to pieces in turn, by n alone. Each piece sums a product of its own, and the pieces are added in order: the bits do
/// not depend on the number of threads. A block stays with its piece, and so with one core's cache, while the triangle shrinks.
/// </para>
/// </remarks>
internal sealed unsafe class OneStageReduction<TLanes, TVector> : SteppedWork
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int MaximumPieces = 4;

    // Rows that are dealt together; 4 × 64 bytes is one run of the prefetcher.
    private const int RowsPerDeal = 8;

    private readonly double*[] _products = new double*[MaximumPieces];
    private double* _matrix;
    private nint _stride;
    private int _n;
    private double* _diagonal;
    private double* _offDiagonal;
    private EstimationOptions _options = EstimationOptions.Default;

    // The pending update, the next reflector, and a row of zeros for rows that only fill up a group of four.
    private double* _u;
    private double* _w;
    private double* _v;
    private double* _noRow;
    private int _m;
    private int _pieces;

    public OneStageReduction()
        : base(MaximumPieces)
    {
    }

    private static int BlockOrder => TriangleStep<TLanes, TVector>.BlockOrder;

    /// <summary>Reduces a matrix; see <see cref="TridiagonalReduction.Reduce"/>.</summary>
    public void Reduce(double* lower, int n, nint stride, double* diagonal, double* offDiagonal, EstimationOptions options)
    {
        if (n == 0)
            return;
        int length = RoundUp(n) + 8;
        using AlignedBuffer<double> vectors = AlignedBuffer<double>.Rent((4 + MaximumPieces) * length);
        vectors.Span.Clear();
        _matrix = lower;
        _n = n;
        _stride = stride;
        _diagonal = diagonal;
        _offDiagonal = offDiagonal;
        _options = options;
        _u = vectors.Pointer;
        _w = _u + length;
        _v = _w + length;
        _noRow = _v + length;
        for (int piece = 0; piece < MaximumPieces; piece++)
            _products[piece] = _noRow + (piece + 1) * length;
        try
        {
            Run(PieceCount(n), options);
        }
        finally
        {
            _options = EstimationOptions.Default;
        }
    }

    protected override void Lead()
    {
        FillDiagonalBlocks();
        for (int m = _n - 1; m > 0; m--)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            Reflector reflector = ReflectRow(m);
            _m = m;
            _pieces = PieceCount(m);
            RunStep(_pieces);
            FinishStep(m, reflector.Tau);
            if (m % 64 == 0)
                _options.Progress?.Report(Done(m));
        }

        _diagonal[0] = _matrix[0] - 2 * _u[0] * _w[0];
    }

    protected override void ExecutePiece(int piece)
    {
        int m = _m;
        double* product = _products[piece];
        new Span<double>(product, RoundUp(m)).Clear();
        for (int deal = piece * RowsPerDeal; deal < m; deal += _pieces * RowsPerDeal)
        {
            // A large triangle takes longer than a caller who cancels will wait.
            if (deal % 512 == 0)
                _options.CancellationToken.ThrowIfCancellationRequested();
            for (int row = deal; row < Math.Min(m, deal + RowsPerDeal); row += 4)
                TriangleStep<TLanes, TVector>.FourRows(Row(row), Row(row + 1), Row(row + 2), Row(row + 3), row, _u, _w, _v, product);
        }
    }

    // Two pieces pay from about 200 rows, where a step takes some microseconds.
    private static int PieceCount(int rows) => rows < 192 ? 1 : rows < 512 ? 2 : MaximumPieces;

    private static int RoundUp(int count) => (count + BlockOrder - 1) & -BlockOrder;

    private double* Row(int row) => row < _n ? _matrix + row * _stride : _noRow;

    /// <summary>Mirrors the lower half of every diagonal block into its upper half, and clears what lies right of the matrix.</summary>
    private void FillDiagonalBlocks()
    {
        for (int row = 0; row < _n; row++)
        {
            int end = (row & -BlockOrder) + BlockOrder;
            for (int column = row + 1; column < end; column++)
                _matrix[row * _stride + column] = column < _n ? _matrix[column * _stride + row] : 0;
        }
    }

    /// <summary>Applies the pending update to row m, notes its diagonal entry, and makes v of the entries left of that.</summary>
    /// <remarks>Invariant: u and w are zero from m + 1 on, and v is zero from m on.</remarks>
    private Reflector ReflectRow(int m)
    {
        double* row = _matrix + m * _stride;
        TVector um = TLanes.Create(-_u[m]);
        TVector wm = TLanes.Create(-_w[m]);
        int end = RoundUp(m + 1);
        for (int j = 0; j < end; j += TLanes.Count)
            TLanes.Store(TLanes.MultiplyAdd(wm, TLanes.Load(_u + j), TLanes.MultiplyAdd(um, TLanes.Load(_w + j), TLanes.Load(row + j))), _v + j);
        _diagonal[m] = _v[m];
        double pivot = _v[m - 1];
        for (int j = m - 1; j < end; j++)
            _v[j] = 0;
        // Row m is done with; it must not change, nor add to products, when its group of four is passed again.
        _u[m] = 0;
        _w[m] = 0;

        Reflector reflector = Reflector.Of(pivot, VectorKernels<TLanes, TVector>.Dot(_v, _v, end));
        _offDiagonal[m - 1] = reflector.Beta;
        VectorKernels<TLanes, TVector>.Scale(reflector.Scale, _v, end);
        _v[m - 1] = 1;
        return reflector;
    }

    /// <summary>Adds up the product y and turns it into w = τy − ½τ²(vᵀy)v; v and w become the pending update.</summary>
    private void FinishStep(int m, double tau)
    {
        int end = RoundUp(m);
        double* y = _products[0];
        for (int piece = 1; piece < _pieces; piece++)
            VectorKernels<TLanes, TVector>.Add(_products[piece], y, end);
        // The products of rows that are done with are not part of y.
        for (int j = m; j < end; j++)
            y[j] = 0;
        double correction = -0.5 * tau * tau * VectorKernels<TLanes, TVector>.Dot(_v, y, end);
        VectorKernels<TLanes, TVector>.Combine(tau, y, correction, _v, _w, end);
        double* done = _u;
        _u = _v;
        _v = done;
    }

    // Step m costs m², so the share done is 1 − (m/n)³.
    private double Done(int m) => 1 - Math.Pow((double)m / _n, 3);
}
