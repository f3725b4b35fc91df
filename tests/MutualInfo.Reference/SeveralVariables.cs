namespace MutualInfo.Reference;

/// <summary>Quantities of several symbols, as definitions over the joint distribution rather than sums of entropies. In nats.</summary>
public static class SeveralVariables
{
    /// <summary>Σ p(x,y,z) ln p(x,y,z)·p(z)/(p(x,z)·p(y,z)).</summary>
    public static double ConditionalInformation(int[] x, int[] y, int[] z)
    {
        double n = x.Length;
        var joint = x.Zip(y, z).CountBy(row => row).ToDictionary();
        var xz = x.Zip(z).CountBy(row => row).ToDictionary();
        var yz = y.Zip(z).CountBy(row => row).ToDictionary();
        var ofZ = z.CountBy(row => row).ToDictionary();
        return joint.Sum(cell => cell.Value / n * Math.Log(
            (double)cell.Value * ofZ[cell.Key.Third] / ((double)xz[(cell.Key.First, cell.Key.Third)] * yz[(cell.Key.Second, cell.Key.Third)])));
    }

    /// <summary>The divergence of the joint distribution from the product of its marginals: Σ p ln p/∏ p(xᵢ).</summary>
    public static double TotalCorrelation(params int[][] variables)
    {
        double n = variables[0].Length;
        string[] rows = Rows(variables);
        Dictionary<string, int> joint = rows.CountBy(row => row).ToDictionary();
        Dictionary<int, int>[] marginals = [.. variables.Select(variable => variable.CountBy(value => value).ToDictionary())];
        return Enumerable.Range(0, rows.Length).Sum(i =>
            (Math.Log(joint[rows[i]] / n) - marginals.Select((marginal, k) => Math.Log(marginal[variables[k][i]] / n)).Sum()) / n);
    }

    /// <summary>H(all) − Σ H(Xᵢ|all others), the conditional entropies as averages of −ln p(xᵢ|others).</summary>
    public static double DualTotalCorrelation(params int[][] variables)
    {
        double n = variables[0].Length;
        string[] rows = Rows(variables);
        Dictionary<string, int> joint = rows.CountBy(row => row).ToDictionary();
        double sum = rows.Average(row => -Math.Log(joint[row] / n));
        for (int k = 0; k < variables.Length; k++)
        {
            string[] others = Rows([.. variables.Where((_, other) => other != k)]);
            Dictionary<string, int> given = others.CountBy(row => row).ToDictionary();
            sum -= Enumerable.Range(0, rows.Length).Average(i => -Math.Log((double)joint[rows[i]] / given[others[i]]));
        }

        return sum;
    }

    /// <summary>McGill's recursion: I(X₁; …; Xₖ) is the mean over the values of Xₖ of I(X₁; …; Xₖ₋₁) among their samples, less that of all samples.</summary>
    public static double InteractionInformation(params int[][] variables)
    {
        if (variables.Length == 2)
            return TotalCorrelation(variables);
        int[][] rest = variables[..^1];
        int[] last = variables[^1];
        double within = Enumerable.Range(0, last.Length).GroupBy(i => last[i]).Sum(group =>
            (double)group.Count() / last.Length * InteractionInformation([.. rest.Select(variable => group.Select(i => variable[i]).ToArray())]));
        return within - InteractionInformation(rest);
    }

    /// <summary>The same quantities of any entropy of a subset of variables, straight from their formulas.</summary>
    public static double ConditionalInformation(Func<int[], double> entropy, int x, int y, int z) =>
        entropy([x, z]) + entropy([y, z]) - entropy([z]) - entropy([x, y, z]);

    /// <inheritdoc cref="ConditionalInformation(Func{int[], double}, int, int, int)"/>
    public static double TotalCorrelation(Func<int[], double> entropy, int k) =>
        Enumerable.Range(0, k).Sum(i => entropy([i])) - entropy([.. Enumerable.Range(0, k)]);

    /// <inheritdoc cref="ConditionalInformation(Func{int[], double}, int, int, int)"/>
    public static double DualTotalCorrelation(Func<int[], double> entropy, int k) =>
        Enumerable.Range(0, k).Sum(i => entropy([.. Enumerable.Range(0, k).Where(other => other != i)])) - (k - 1) * entropy([.. Enumerable.Range(0, k)]);

    private static string[] Rows(int[][] variables) =>
        [.. Enumerable.Range(0, variables[0].Length).Select(i => string.Join(' ', variables.Select(variable => variable[i])))];
}
