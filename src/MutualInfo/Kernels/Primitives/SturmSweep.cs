using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The Sturm sequence of a tridiagonal matrix T at <see cref="Points"/> numbers x at once: how many eigenvalues
/// lie below x, and p′/p there.
/// </summary>
/// <remarks>
/// <para>
/// T − x = LDLᵀ has the pivots qᵢ = (dᵢ − x) − eᵢ₋₁²/qᵢ₋₁, and by Sylvester's law of inertia as many of them are negative as T
/// has eigenvalues below x. The characteristic polynomial is p = Πqᵢ, so p′/p = Σ q′ᵢ/qᵢ; with u = eᵢ₋₁²/qᵢ₋₁ and tᵢ = q′ᵢ/qᵢ the
/// same pass gives tᵢ = (u·tᵢ₋₁ − 1)/qᵢ. Newton's step from x is −p/p′.
/// </para>
/// <para>
/// A lane waits for its division at every row, so four vectors go side by side. Sources: Barth, Martin and Wilkinson, Numer.
/// Math. 9:386 (1967), for the count; Parlett, The Symmetric Eigenvalue Problem, section 3.
/// </para>
/// </remarks>
internal unsafe struct SturmSweep : IVectorCode<double>
{
    /// <summary>The numbers x of one sweep.</summary>
    public const int Points = 32;

    // A pivot this small is a zero and becomes −LeastPivot: T is scaled to about 1, so that moves it by far less than rounding
    // does, and its reciprocal and the square of that stay in the range of a double.
    private const double LeastPivot = 1e-140;

    /// <summary>The diagonal of T, from its first row.</summary>
    public double* Diagonal;

    /// <summary>The squares of the couplings: entry i couples rows i − 1 and i, and entry 0 is 0.</summary>
    public double* Squares;

    public int Rows;

    /// <summary>The numbers x.</summary>
    public double* At;

    /// <summary>Receives the number of eigenvalues below each x.</summary>
    public long* Counts;

    /// <summary>Receives p′/p at each x: Σ 1/(x − λ) over all eigenvalues.</summary>
    public double* LogSlopes;

    public readonly void Run<TLanes, TVector>()
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        for (int first = 0; first < Points; first += 4 * TLanes.Count)
            FourVectors<TLanes, TVector>(Rows, Diagonal, Squares, At + first, (double*)Counts + first, LogSlopes + first);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void FourVectors<TLanes, TVector>(int rows, double* diagonal, double* squares, double* at, double* counts, double* logSlopes)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        int w = TLanes.Count;
        TVector zero = TLanes.Create(0), one = TLanes.Create(1), minusOne = TLanes.Create(-1), least = TLanes.Create(LeastPivot);
        TVector x0 = TLanes.Load(at), x1 = TLanes.Load(at + w), x2 = TLanes.Load(at + 2 * w), x3 = TLanes.Load(at + 3 * w);
        // Of the row before: r = 1/q, t = q′/q; and so far: s = Σt, c = the number of negative pivots.
        TVector r0 = one, r1 = one, r2 = one, r3 = one, t0 = zero, t1 = zero, t2 = zero, t3 = zero;
        TVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, c0 = zero, c1 = zero, c2 = zero, c3 = zero;
        for (int i = 0; i < rows; i++)
        {
            TVector square = TLanes.Create(squares[i]), entry = TLanes.Create(diagonal[i]);
            TVector u0 = TLanes.Multiply(square, r0), u1 = TLanes.Multiply(square, r1);
            TVector u2 = TLanes.Multiply(square, r2), u3 = TLanes.Multiply(square, r3);
            TVector q0 = TLanes.AwayFromZero(TLanes.Subtract(TLanes.Subtract(entry, x0), u0), least);
            TVector q1 = TLanes.AwayFromZero(TLanes.Subtract(TLanes.Subtract(entry, x1), u1), least);
            TVector q2 = TLanes.AwayFromZero(TLanes.Subtract(TLanes.Subtract(entry, x2), u2), least);
            TVector q3 = TLanes.AwayFromZero(TLanes.Subtract(TLanes.Subtract(entry, x3), u3), least);
            r0 = TLanes.Divide(one, q0);
            r1 = TLanes.Divide(one, q1);
            r2 = TLanes.Reciprocal(q2);
            r3 = TLanes.Reciprocal(q3);
            t0 = TLanes.Multiply(TLanes.MultiplyAdd(u0, t0, minusOne), r0);
            t1 = TLanes.Multiply(TLanes.MultiplyAdd(u1, t1, minusOne), r1);
            t2 = TLanes.Multiply(TLanes.MultiplyAdd(u2, t2, minusOne), r2);
            t3 = TLanes.Multiply(TLanes.MultiplyAdd(u3, t3, minusOne), r3);
            s0 = TLanes.Add(s0, t0);
            s1 = TLanes.Add(s1, t1);
            s2 = TLanes.Add(s2, t2);
            s3 = TLanes.Add(s3, t3);
            c0 = TLanes.CountNegative(c0, q0);
            c1 = TLanes.CountNegative(c1, q1);
            c2 = TLanes.CountNegative(c2, q2);
            c3 = TLanes.CountNegative(c3, q3);
        }

        TLanes.Store(c0, counts);
        TLanes.Store(c1, counts + w);
        TLanes.Store(c2, counts + 2 * w);
        TLanes.Store(c3, counts + 3 * w);
        TLanes.Store(s0, logSlopes);
        TLanes.Store(s1, logSlopes + w);
        TLanes.Store(s2, logSlopes + 2 * w);
        TLanes.Store(s3, logSlopes + 3 * w);
    }
}
