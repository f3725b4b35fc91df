namespace MutualInfo.Reference;

/// <summary>
/// Eigenvalues of a symmetric matrix by cyclic Jacobi rotations: slow and simple, unlike any tridiagonal method in what it can get wrong.
/// </summary>
public static class JacobiEigenvalues
{
    /// <summary>The eigenvalues of an n × n row-major matrix, ascending.</summary>
    public static double[] Of(double[] matrix, int n)
    {
        double[] a = (double[])matrix.Clone();
        // Scaled by a power of two, exactly, so that no square leaves the range of double.
        double largest = a.Length == 0 ? 0 : a.Max(Math.Abs);
        int exponent = largest == 0 ? 0 : Math.ILogB(largest);
        for (int i = 0; i < a.Length; i++)
            a[i] = Math.ScaleB(a[i], -exponent);

        for (int sweep = 0; sweep < 60 && OffDiagonal(a, n) > 0; sweep++)
        {
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                    Rotate(a, n, p, q);
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => Math.ScaleB(a[i * n + i], exponent)).Order()];
    }

    private static double OffDiagonal(double[] a, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                sum += a[i * n + j] * a[i * n + j];
        }

        return sum;
    }

    private static void Rotate(double[] a, int n, int p, int q)
    {
        double coupling = a[p * n + q];
        if (coupling == 0)
            return;
        // Too small to change either diagonal entry by half a bit.
        if (Math.Abs(coupling) < 1e-20 * (Math.Abs(a[p * n + p]) + Math.Abs(a[q * n + q])) || Math.Abs(coupling) < 1e-40)
        {
            a[p * n + q] = a[q * n + p] = 0;
            return;
        }

        double theta = (a[q * n + q] - a[p * n + p]) / (2 * coupling);
        double tangent = 1 / (theta + double.CopySign(double.Hypot(theta, 1), theta));
        double cosine = 1 / double.Hypot(tangent, 1);
        double sine = tangent * cosine;
        double rho = sine / (1 + cosine);
        a[p * n + p] -= tangent * coupling;
        a[q * n + q] += tangent * coupling;
        a[p * n + q] = a[q * n + p] = 0;
        for (int k = 0; k < n; k++)
        {
            if (k == p || k == q)
                continue;
            double first = a[p * n + k];
            double second = a[q * n + k];
            double newFirst = first - sine * (second + rho * first);
            double newSecond = second + sine * (first - rho * second);
            a[p * n + k] = a[k * n + p] = newFirst;
            a[q * n + k] = a[k * n + q] = newSecond;
        }
    }
}
