namespace MutualInfo.Significance.Primitives;

/// <summary>The least-squares polynomial through values at 1, 2, 4, …, which is where 1/n stands when n is halved.</summary>
internal static class PowersOfTwoFit
{
    /// <summary>The coefficients, from the constant up.</summary>
    /// <param name="values">The values at 1, 2, 4, …; more than the order.</param>
    /// <param name="order">The degree of the polynomial, 1 or 2.</param>
    public static double[] Of(double[] values, int order)
    {
        int size = order + 1;
        double[,] normal = new double[size, size + 1];
        for (int level = 0; level < values.Length; level++)
        {
            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < size; j++)
                    normal[i, j] += Math.ScaleB(1, level * (i + j));
                normal[i, size] += values[level] * Math.ScaleB(1, level * i);
            }
        }

        return Solve(normal, size);
    }

    // The matrix of powers is positive definite, so elimination needs no exchange of rows.
    private static double[] Solve(double[,] normal, int size)
    {
        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = pivot + 1; row < size; row++)
            {
                double factor = normal[row, pivot] / normal[pivot, pivot];
                for (int column = pivot; column <= size; column++)
                    normal[row, column] -= factor * normal[pivot, column];
            }
        }

        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--)
        {
            double rest = normal[row, size];
            for (int column = row + 1; column < size; column++)
                rest -= normal[row, column] * solution[column];
            solution[row] = rest / normal[row, row];
        }

        return solution;
    }
}
