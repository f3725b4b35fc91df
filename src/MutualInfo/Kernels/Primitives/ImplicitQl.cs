using System.Runtime.CompilerServices;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix by the QL algorithm with implicit Wilkinson shifts.</summary>
/// <remarks>
/// A coupling of at most ε·‖T‖ is set to 0, which moves no eigenvalue by more than that; the matrix then falls into parts. The budget of
/// sweeps is finite, so the loop ends whatever the input is. Source: Parlett, The Symmetric Eigenvalue Problem, chapter 8.
/// </remarks>
internal static class ImplicitQl
{
    private const double Epsilon = 2.220446049250313e-16;

    // Two sweeps an eigenvalue are usual; LAPACK allows 30 as well.
    private const int SweepsPerEigenvalue = 30;

    /// <summary>Overwrites the diagonal with the eigenvalues, in no order, and the couplings with rubbish.</summary>
    /// <param name="diagonal">n entries.</param>
    /// <param name="offDiagonal">n entries, of which the first n − 1 couple i and i + 1.</param>
    /// <param name="cancellation">Checked before every sweep.</param>
    public static void Eigenvalues(double[] diagonal, double[] offDiagonal, CancellationToken cancellation)
    {
        int n = diagonal.Length;
        double negligible = 0.25 * Epsilon * Norm(diagonal, offDiagonal);
        int budget = SweepsPerEigenvalue * n;
        int sweeps = 0;
        for (int top = 0; top < n; top++)
        {
            int bottom;
            while ((bottom = EndOfPart(diagonal, offDiagonal, top, negligible)) > top)
            {
                cancellation.ThrowIfCancellationRequested();
                if (sweeps++ == budget)
                    throw new EigenvalueConvergenceException(n, budget);
                Sweep(diagonal, offDiagonal, top, bottom);
            }
        }
    }

    /// <summary>The last index that is still coupled to <paramref name="top"/>.</summary>
    private static int EndOfPart(double[] diagonal, double[] offDiagonal, int top, double negligible)
    {
        int end = top;
        for (; end < diagonal.Length - 1; end++)
        {
            double coupling = Math.Abs(offDiagonal[end]);
            double neighbours = Math.Abs(diagonal[end]) + Math.Abs(diagonal[end + 1]);
            if (coupling <= negligible || coupling <= Epsilon * neighbours)
                break;
        }

        return end;
    }

    /// <summary>One QL sweep over top … bottom: chases the bulge that the shift makes from the bottom up to the top.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep(double[] diagonal, double[] offDiagonal, int top, int bottom)
    {
        double g = diagonal[bottom] - WilkinsonShift(diagonal[top], diagonal[top + 1], offDiagonal[top]);
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = bottom - 1; i >= top; i--)
        {
            double bulge = sine * offDiagonal[i];
            double rest = cosine * offDiagonal[i];
            // Plain, since entries are of order 1: what underflows here is far below the negligible.
            double length = Math.Sqrt(bulge * bulge + g * g);
            offDiagonal[i + 1] = length;
            if (length == 0)
            {
                // The part has split by itself; what was carried belongs to the entry below.
                diagonal[i + 1] -= carried;
                offDiagonal[bottom] = 0;
                return;
            }

            sine = bulge / length;
            cosine = g / length;
            double shifted = diagonal[i + 1] - carried;
            double turned = (diagonal[i] - shifted) * sine + 2 * cosine * rest;
            carried = sine * turned;
            diagonal[i + 1] = shifted + carried;
            g = cosine * turned - rest;
        }

        diagonal[top] -= carried;
        offDiagonal[top] = g;
        offDiagonal[bottom] = 0;
    }

    /// <summary>The eigenvalue of the leading 2 × 2 block that is nearer to its first entry.</summary>
    private static double WilkinsonShift(double first, double second, double coupling)
    {
        double half = (second - first) / (2 * coupling);
        return first - coupling / (half + double.CopySign(Math.Sqrt(half * half + 1), half));
    }

    // The largest row sum of magnitudes.
    private static double Norm(double[] diagonal, double[] offDiagonal)
    {
        double norm = 0;
        for (int i = 0; i < diagonal.Length; i++)
        {
            double row = Math.Abs(diagonal[i]);
            if (i > 0)
                row += Math.Abs(offDiagonal[i - 1]);
            if (i < diagonal.Length - 1)
                row += Math.Abs(offDiagonal[i]);
            norm = Math.Max(norm, row);
        }

        return norm;
    }
}
