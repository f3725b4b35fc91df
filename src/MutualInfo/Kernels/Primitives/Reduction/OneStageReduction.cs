using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>
/// Householder reduction straight to tridiagonal form, from the last row up, one pass over the triangle a step.
/// </summary>
/// <remarks>
/// <para>
/// Step m reflects row m, left of the diagonal, onto its last entry: with H = I − τvvᵀ, y = Av and w = ½τ²(vᵀy)v − τy the leading
/// m × m matrix becomes A + vwᵀ + wvᵀ. That update is left pending. Every other step only reads the triangle, and corrects y by
/// the pending pair; the steps between apply two pairs in the pass that multiplies by the next reflector. So of two steps one
/// writes. Source: Golub and Van Loan, Matrix Computations, section 8.3; Dongarra, Hammarling and Sorensen 1989, as LAPACK's
/// dlatrd.
/// </para>
/// <para>
/// Blocks of rows belong to pieces in turn, by n alone. Each piece sums a product of its own, and the pieces are added in order:
/// the bits do not depend on the number of threads. A block stays with its piece, and so with one core's cache, while the
/// triangle shrinks.
/// </para>
/// </remarks>
internal sealed unsafe class OneStageReduction<TLanes, TVector> : SteppedWork
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int MaximumPieces = 4;

    // Rows that are dealt together: few enough for pieces to be equally long, enough for a call.
    private const int RowsPerDeal = 16;

    private readonly double*[] _products = new double*[MaximumPieces];
    private double* _matrix;
    private nint _stride;
    private int _n;
    private double* _diagonal;
    private double* _offDiagonal;
    private EstimationOptions _options = EstimationOptions.Default;

    private PendingPairs _pairs;

    // The next reflector.
    private double* _v;
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
        using AlignedBuffer<double> vectors = AlignedBuffer<double>.Rent((5 + MaximumPieces) * length);
        vectors.Span.Clear();
        _matrix = lower;
        _n = n;
        _stride = stride;
        _diagonal = diagonal;
        _offDiagonal = offDiagonal;
        _options = options;
        double* first = vectors.Pointer;
        // A pair of zeros to begin with.
        _pairs = new PendingPairs
        {
            U = first,
            W = first + length,
            SecondU = first + 2 * length,
            SecondW = first + 3 * length,
            Count = 1,
        };
        _v = first + 4 * length;
        for (int piece = 0; piece < MaximumPieces; piece++)
            _products[piece] = _v + (piece + 1) * length;
        try
        {
            Run(PieceCount(n), options);
        }
        finally
        {
            _options = EstimationOptions.Default;
        }
    }

    // As all that follows, optimised from the first call: a short run would end before the tiers have warmed up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

        _diagonal[0] = _matrix[0] + 2 * _pairs.U[0] * _pairs.W[0];
        if (_pairs.Count == 2)
            _diagonal[0] += 2 * _pairs.SecondU[0] * _pairs.SecondW[0];
        _options.Progress?.Report(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void ExecutePiece(int piece)
    {
        int m = _m;
        double* product = _products[piece];
        new Span<double>(product, RoundUp(m)).Clear();
        TriangleStep<TLanes, TVector> step = new(_matrix, _n, _stride);
        int rows = _pieces == 1 ? m : RowsPerDeal;
        for (int deal = piece * rows; deal < m; deal += _pieces * rows)
        {
            int end = Math.Min(m, deal + rows);
            if (_pairs.Count == 2)
                step.UpdateAndMultiply(deal, end, _pairs, _v, product);
            else
                step.Multiply(deal, end, _v, product);
        }
    }

    // By measurement: below, a step takes less than the vectors take from one core to the other.
    private static int PieceCount(int rows) => rows < 256 ? 1 : rows < 768 ? 2 : MaximumPieces;

    private static int RoundUp(int count) => (count + BlockOrder - 1) & -BlockOrder;

    /// <summary>
    /// Mirrors the lower half of every diagonal block into its upper half, and clears what lies right of the matrix.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillDiagonalBlocks()
    {
        for (int row = 0; row < _n; row++)
        {
            int end = (row & -BlockOrder) + BlockOrder;
            for (int column = row + 1; column < end; column++)
                _matrix[row * _stride + column] = column < _n ? _matrix[column * _stride + row] : 0;
        }
    }

    /// <summary>Applies what is pending to row m, notes its diagonal entry, and makes v of the entries left of that.</summary>
    /// <remarks>Invariant: the pending pairs are zero from m + 1 on, and v is zero from m on.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Reflector ReflectRow(int m)
    {
        int end = RoundUp(m + 1);
        VectorKernels<TLanes, TVector>.Copy(_matrix + m * _stride, _v, end);
        AddPair(_pairs.U, _pairs.W, _pairs.U[m], _pairs.W[m], _v, end);
        if (_pairs.Count == 2)
            AddPair(_pairs.SecondU, _pairs.SecondW, _pairs.SecondU[m], _pairs.SecondW[m], _v, end);
        _diagonal[m] = _v[m];
        double pivot = _v[m - 1];
        for (int j = m - 1; j < end; j++)
            _v[j] = 0;
        _pairs.Clear(m);

        Reflector reflector = Reflector.Of(pivot, VectorKernels<TLanes, TVector>.Dot(_v, _v, end));
        _offDiagonal[m - 1] = reflector.Beta;
        VectorKernels<TLanes, TVector>.Scale(reflector.Scale, _v, end);
        _v[m - 1] = 1;
        return reflector;
    }

    /// <summary>x ← x + f·w + g·u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPair(double* u, double* w, double f, double g, double* x, int length)
    {
        TVector fs = TLanes.Create(f), gs = TLanes.Create(g);
        for (int j = 0; j < length; j += TLanes.Count)
        {
            TVector half = TLanes.MultiplyAdd(fs, TLanes.Load(w + j), TLanes.Load(x + j));
            TLanes.Store(TLanes.MultiplyAdd(gs, TLanes.Load(u + j), half), x + j);
        }
    }

    /// <summary>
    /// Adds up the product y, corrects it by a pair that A lacked, and turns it into w; v and w become a pending pair.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FinishStep(int m, double tau)
    {
        int end = RoundUp(m);
        double* y = _products[0];
        for (int piece = 1; piece < _pieces; piece++)
            VectorKernels<TLanes, TVector>.Add(_products[piece], y, end);
        bool wasOnlyRead = _pairs.Count == 1;
        if (wasOnlyRead)
        {
            // Av + u(wᵀv) + w(uᵀv).
            double wv = VectorKernels<TLanes, TVector>.Dot(_pairs.W, _v, end);
            double uv = VectorKernels<TLanes, TVector>.Dot(_pairs.U, _v, end);
            AddPair(_pairs.U, _pairs.W, uv, wv, y, end);
        }

        // The products of rows that are done with are not part of y.
        for (int j = m; j < end; j++)
            y[j] = 0;
        double correction = 0.5 * tau * tau * VectorKernels<TLanes, TVector>.Dot(_v, y, end);
        double* target = wasOnlyRead ? _pairs.SecondW : _pairs.W;
        VectorKernels<TLanes, TVector>.Combine(-tau, y, correction, _v, target, end);
        double* spare = wasOnlyRead ? _pairs.SecondU : _pairs.U;
        if (wasOnlyRead)
            _pairs.SecondU = _v;
        else
            _pairs.U = _v;
        _v = spare;
        _pairs.Count = wasOnlyRead ? 2 : 1;
    }

    // Step m costs m², so the share done is 1 − (m/n)³.
    private double Done(int m) => 1 - Math.Pow((double)m / _n, 3);
}
