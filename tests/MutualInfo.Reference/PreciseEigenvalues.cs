namespace MutualInfo.Reference;

/// <summary>Eigenvalues of a symmetric matrix to about 30 digits of its norm, by cyclic Jacobi rotations in <see cref="DoubleDouble"/>. Slow: for n up to 40 or so.</summary>
public static class PreciseEigenvalues
{
    // Twenty digits: the bound under test asks for sixteen. Below it an eigenvalue moves by the square of the coupling over a gap.
    private const double Negligible = 1e-24;

    /// <summary>The eigenvalues of an n × n row-major matrix, ascending, each rounded to double.</summary>
    public static double[] Of(double[] matrix, int n)
    {
        double largest = matrix.Length == 0 ? 0 : matrix.Max(Math.Abs);
        int exponent = largest == 0 ? 0 : Math.ILogB(largest);
        DoubleDouble[,] a = new DoubleDouble[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                a[i, j] = Math.ScaleB(matrix[i * n + j], -exponent);
        }

        bool hasRotated = true;
        for (int sweep = 0; sweep < 40 && hasRotated; sweep++)
        {
            hasRotated = false;
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                    hasRotated |= Rotate(a, n, p, q);
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => Math.ScaleB(a[i, i].High, exponent)).Order()];
    }

    private static bool Rotate(DoubleDouble[,] a, int n, int p, int q)
    {
        DoubleDouble coupling = a[p, q];
        if (Math.Abs(coupling.High) < Negligible)
            return false;
        DoubleDouble theta = (a[q, q] - a[p, p]) / (coupling + coupling);
        DoubleDouble root = DoubleDouble.Sqrt(theta * theta + 1);
        DoubleDouble tangent = (theta.High < 0 ? (DoubleDouble)(-1) : 1) / (DoubleDouble.Abs(theta) + root);
        DoubleDouble cosine = (DoubleDouble)1 / DoubleDouble.Sqrt(tangent * tangent + 1);
        DoubleDouble sine = tangent * cosine;
        a[p, p] -= tangent * coupling;
        a[q, q] += tangent * coupling;
        a[p, q] = a[q, p] = 0;
        for (int k = 0; k < n; k++)
        {
            if (k == p || k == q)
                continue;
            DoubleDouble first = a[p, k];
            DoubleDouble second = a[q, k];
            a[p, k] = a[k, p] = cosine * first - sine * second;
            a[q, k] = a[k, q] = sine * first + cosine * second;
        }

        return true;
    }
}
