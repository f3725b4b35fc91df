namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// An interval known to hold the eigenvalues number <see cref="Below"/> to <see cref="Through"/> − 1 of a
/// tridiagonal matrix, ascending.
/// </summary>
internal struct EigenvalueBracket
{
    public double Low;

    public double High;

    /// <summary>The number of eigenvalues below <see cref="Low"/>.</summary>
    public int Below;

    /// <summary>The number of eigenvalues below <see cref="High"/>.</summary>
    public int Through;

    /// <summary>
    /// The bracket as it was when it first held one eigenvalue alone: all others lie outside, however
    /// narrow the bracket is by now.
    /// </summary>
    public double OuterLow;

    /// <summary>The other end of that bracket.</summary>
    public double OuterHigh;

    /// <summary>Where to evaluate next, inside the bracket; NaN where the bracket is to be cut into equal pieces.</summary>
    public double Candidate;

    /// <summary>The point evaluated last, once the eigenvalue is alone.</summary>
    public double LastAt;

    /// <summary>p′/p at <see cref="LastAt"/>.</summary>
    public double LastSlope;

    /// <summary>
    /// Candidates that have been tried. They are limited, so that halving, which always ends, has the last word.
    /// </summary>
    public int Steps;

    public readonly bool IsIsolated => Through - Below == 1;

    public readonly bool HasCandidate => !double.IsNaN(Candidate);
}
