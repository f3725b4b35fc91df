namespace MutualInfo.Reference;

/// <summary>
/// A symmetric matrix to tridiagonal form by Householder reflectors, each written out as an n × n matrix, and the eigenvalues of
/// that by counting signs. As in the textbooks; no blocking, no pending updates, no Newton.
/// </summary>
public static class TextbookTridiagonal
{
    /// <summary>The eigenvalues of an n × n row-major matrix, ascending.</summary>
    public static double[] Eigenvalues(double[] matrix, int n)
    {
        (double[] diagonal, double[] offDiagonal) = Reduce(matrix, n);
        return Eigenvalues(diagonal, offDiagonal);
    }

    /// <summary>Diagonal and off-diagonal of a similar tridiagonal matrix.</summary>
    public static (double[] Diagonal, double[] OffDiagonal) Reduce(double[] matrix, int n)
    {
        double[] a = (double[])matrix.Clone();
        for (int k = 0; k < n - 2; k++)
        {
            double[] v = new double[n];
            for (int i = k + 1; i < n; i++)
                v[i] = a[i * n + k];
            double norm = Math.Sqrt(v.Sum(x => x * x));
            v[k + 1] += double.CopySign(norm, v[k + 1]);
            double squared = v.Sum(x => x * x);
            // Nothing there to reflect: what is left out is below any rounding.
            if (squared < 1e-280)
                continue;
            ReflectBothSides(a, n, v, 2 / squared);
        }

        double[] diagonal = [.. Enumerable.Range(0, n).Select(i => a[i * n + i])];
        double[] offDiagonal = [.. Enumerable.Range(0, Math.Max(0, n - 1)).Select(i => a[(i + 1) * n + i])];
        return (diagonal, offDiagonal);
    }

    /// <summary>The eigenvalues of a symmetric tridiagonal matrix, ascending, by bisection to the last bit.</summary>
    public static double[] Eigenvalues(double[] diagonal, double[] offDiagonal)
    {
        int n = diagonal.Length;
        double Coupling(int i) => i >= 0 && i < n - 1 ? Math.Abs(offDiagonal[i]) : 0;
        double bound = n == 0 ? 0 : Enumerable.Range(0, n).Max(i => Math.Abs(diagonal[i]) + Coupling(i - 1) + Coupling(i));
        double[] eigenvalues = new double[n];
        for (int index = 0; index < n; index++)
        {
            double low = index == 0 ? -bound : eigenvalues[index - 1];
            double high = bound;
            while (high - low > 1e-18 * bound)
            {
                double middle = (low + high) / 2;
                if (middle <= low || middle >= high)
                    break;
                if (CountBelow(diagonal, offDiagonal, middle) > index)
                    high = middle;
                else
                    low = middle;
            }

            eigenvalues[index] = (low + high) / 2;
        }

        return eigenvalues;
    }

    // A ← HAH with H = I − factor·vvᵀ.
    private static void ReflectBothSides(double[] a, int n, double[] v, double factor)
    {
        for (int i = 0; i < n; i++)
        {
            double product = 0;
            for (int j = 0; j < n; j++)
                product += a[i * n + j] * v[j];
            for (int j = 0; j < n; j++)
                a[i * n + j] -= factor * product * v[j];
        }

        for (int j = 0; j < n; j++)
        {
            double product = 0;
            for (int i = 0; i < n; i++)
                product += a[i * n + j] * v[i];
            for (int i = 0; i < n; i++)
                a[i * n + j] -= factor * product * v[i];
        }
    }

    // As many pivots of T − xI are negative as eigenvalues lie below x.
    private static int CountBelow(double[] diagonal, double[] offDiagonal, double x)
    {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < diagonal.Length; i++)
        {
            double coupling = i == 0 ? 0 : offDiagonal[i - 1];
            pivot = diagonal[i] - x - coupling * coupling / pivot;
            if (Math.Abs(pivot) < 1e-300)
                pivot = -1e-300;
            if (pivot < 0)
                count++;
        }

        return count;
    }
}
