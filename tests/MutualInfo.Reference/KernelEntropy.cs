using MathNet.Numerics.LinearAlgebra;

namespace MutualInfo.Reference;

/// <summary>Entropies of Gram matrices with ones on the diagonal, as the textbook writes them. In nats.</summary>
public static class KernelEntropy
{
    /// <summary>Kolchinsky and Tracey: −(1/n) Σᵢ ln (1/n) Σⱼ k(i, j).</summary>
    public static double RowMeans(double[,] gram)
    {
        int n = gram.GetLength(0);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double row = 0;
            for (int j = 0; j < n; j++)
                row += gram[i, j];
            sum -= Math.Log(row / n) / n;
        }

        return sum;
    }

    /// <summary>Matrix Rényi: ln(Σ λ^α)/(1 − α) of the eigenvalues of K/n, by MathNet; von Neumann at 1, −ln λ_max at ∞.</summary>
    public static double Renyi(double[,] gram, double order)
    {
        double[] eigenvalues = [.. Matrix<double>.Build.DenseOfArray(gram).Divide(gram.GetLength(0)).Evd(Symmetricity.Symmetric).EigenValues
            .Select(value => value.Real)];
        return Renyi(eigenvalues, order);
    }

    /// <summary>The same of given eigenvalues, or of the shares of a histogram.</summary>
    public static double Renyi(IReadOnlyList<double> shares, double order)
    {
        // What an eigensolver leaves of a zero has a power below 1 that counts.
        double floor = order < 1 ? 1e-12 * shares.Max() : 0;
        double[] positive = [.. shares.Where(share => share > floor)];
        return order switch
        {
            1 => -positive.Sum(share => share * Math.Log(share)),
            double.PositiveInfinity => -Math.Log(positive.Max()),
            _ => Math.Log(positive.Sum(share => Math.Pow(share, order))) / (1 - order),
        };
    }

    /// <summary>The Gram matrix of the joint variable: the product, entry by entry.</summary>
    public static double[,] Product(double[,] x, double[,] y)
    {
        int n = x.GetLength(0);
        double[,] product = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                product[i, j] = x[i, j] * y[i, j];
        }

        return product;
    }

    /// <summary>The Gram matrix of labels: 1 where two are equal, 0 elsewhere.</summary>
    public static double[,] Delta<TSymbol>(IReadOnlyList<TSymbol> symbols) where TSymbol : notnull
    {
        double[,] gram = new double[symbols.Count, symbols.Count];
        for (int i = 0; i < symbols.Count; i++)
        {
            for (int j = 0; j < symbols.Count; j++)
                gram[i, j] = symbols[i].Equals(symbols[j]) ? 1 : 0;
        }

        return gram;
    }
}
