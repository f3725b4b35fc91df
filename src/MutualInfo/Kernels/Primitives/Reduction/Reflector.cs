using System.Runtime.CompilerServices;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>
/// A Householder reflector H = I − τuuᵀ with u's pivot equal to 1, which turns a vector into one that is zero but for its pivot, β.
/// </summary>
/// <param name="Tau">τ, from 1 to 2; or 0, and H is the identity.</param>
/// <param name="Beta">What stands at the pivot afterwards.</param>
/// <param name="Scale">What the other entries of the vector are to be multiplied by to give u's.</param>
internal readonly record struct Reflector(double Tau, double Beta, double Scale)
{
    // Entries are at most 2 at the start and the norm is kept, so leaving out couplings below 1e-140 moves no eigenvalue; their squares would
    // be denormal, too coarse for a reflector that is orthogonal. Far samples under a narrow bandwidth have similarities like that.
    private const double NegligibleSquare = 1e-280;

    /// <summary>Makes the reflector of a vector.</summary>
    /// <param name="pivot">The entry that stays.</param>
    /// <param name="othersSquared">The sum of squares of the entries to be annihilated.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reflector Of(double pivot, double othersSquared)
    {
        // NaN goes on, so that it reaches the eigenvalues and is refused there instead of vanishing here.
        if (othersSquared <= NegligibleSquare)
            return new Reflector(0, pivot, 0);
        // The sign is opposite to the pivot's, so that the difference below does not cancel.
        double beta = -double.CopySign(Math.Sqrt(pivot * pivot + othersSquared), pivot);
        return new Reflector((beta - pivot) / beta, beta, 1 / (pivot - beta));
    }
}
