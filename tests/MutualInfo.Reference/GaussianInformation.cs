namespace MutualInfo.Reference;

/// <summary>Gaussian information as the textbook writes it: three covariance matrices, three determinants. In nats.</summary>
public static class GaussianInformation
{
    /// <summary>½(ln|Sx| + ln|Sy| − ln|S|).</summary>
    /// <param name="x">n rows of dx numbers.</param>
    /// <param name="y">n rows of dy numbers.</param>
    public static double Nats(double[][] x, double[][] y) => Entropy(x) + Entropy(y) - Entropy(Joined(x, y));

    /// <summary>The same from entropies that are each corrected for n.</summary>
    public static double CorrectedNats(double[][] x, double[][] y) =>
        CorrectedEntropy(x) + CorrectedEntropy(y) - CorrectedEntropy(Joined(x, y));

    /// <summary>½ ln((2πe)ᵈ·|S|), S with divisor n − 1.</summary>
    public static double Entropy(double[][] rows) =>
        (rows[0].Length * Math.Log(2 * Math.PI * Math.E) + Math.Log(Determinant(Covariance(rows)))) / 2;

    /// <summary>Entropy − ½ Σₖ (ψ((n − k)/2) − ln((n − 1)/2)).</summary>
    public static double CorrectedEntropy(double[][] rows)
    {
        int n = rows.Length;
        return Entropy(rows) - Enumerable.Range(1, rows[0].Length).Sum(k => DigammaOfHalf(n - k) - Math.Log((n - 1) / 2.0)) / 2;
    }

    /// <summary>The normal scores of every column, Φ⁻¹(mean rank / (n + 1)), with the quantile that the caller brings.</summary>
    public static double[][] Scores(double[][] rows, Func<double, double> quantile) =>
        [.. rows.Select(row => row.Select((value, k) =>
            quantile((rows.Count(other => other[k] < value) + (rows.Count(other => other[k] == value) + 1) / 2.0) / (rows.Length + 1))).ToArray())];

    /// <summary>ψ(m/2) from ψ(½) = −γ − 2 ln 2, ψ(1) = −γ and ψ(x + 1) = ψ(x) + 1/x.</summary>
    public static double DigammaOfHalf(int m)
    {
        const double eulerMascheroni = 0.57721566490153286061;
        double value = m % 2 == 0 ? -eulerMascheroni : -eulerMascheroni - 2 * Math.Log(2);
        for (int k = m % 2 == 0 ? 2 : 1; k < m; k += 2)
            value += 2.0 / k;
        return value;
    }

    private static double[][] Joined(double[][] x, double[][] y) => [.. x.Zip(y, (left, right) => (double[])[.. left, .. right])];

    private static double[][] Covariance(double[][] rows)
    {
        int d = rows[0].Length;
        double[] means = [.. Enumerable.Range(0, d).Select(k => rows.Average(row => row[k]))];
        return
        [
            .. Enumerable.Range(0, d).Select(k => Enumerable.Range(0, d).Select(l =>
                rows.Sum(row => (row[k] - means[k]) * (row[l] - means[l])) / (rows.Length - 1)).ToArray()),
        ];
    }

    // Gaussian elimination, the largest pivot first.
    private static double Determinant(double[][] matrix)
    {
        double determinant = 1;
        for (int k = 0; k < matrix.Length; k++)
        {
            int best = Enumerable.Range(k, matrix.Length - k).MaxBy(i => Math.Abs(matrix[i][k]));
            if (best != k)
            {
                (matrix[k], matrix[best]) = (matrix[best], matrix[k]);
                determinant = -determinant;
            }

            determinant *= matrix[k][k];
            for (int i = k + 1; i < matrix.Length; i++)
            {
                double factor = matrix[i][k] / matrix[k][k];
                for (int j = k; j < matrix.Length; j++)
                    matrix[i][j] -= factor * matrix[k][j];
            }
        }

        return determinant;
    }
}
