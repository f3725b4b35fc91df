using System.Globalization;
using System.Runtime.CompilerServices;

namespace MutualInfo.Tests.Laws;

/// <summary>Two variables observed together, with what it takes to make them again.</summary>
internal sealed record Observations(string Name, int Seed, Variable X, Variable Y)
{
    public int Count => X.Count;

    public Observations Swapped => this with { X = Y, Y = X };

    public Observations Rows(int[] rows) => this with { X = X.Rows(rows), Y = Y.Rows(rows) };

    public Observations Shortened(int count) => count >= Count ? this : Rows([.. Enumerable.Range(0, count)]);

    /// <summary>Whether both variables are numbers, labels, or whatever is asked of each.</summary>
    public bool All(Predicate<Variable> condition) => condition(X) && condition(Y);

    public Observations MapLayers(Func<Variable, Variable> map) =>
        this with { X = X.IsLayer ? map(X) : X, Y = Y.IsLayer ? map(Y) : Y };

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}, n = {Count}, d = {X.Dimension} and {Y.Dimension} (MUTUALINFO_SEED={Seed} replays it)");
}

internal static class ObservationsExtensions
{
    /// <summary>The call that fits the two variables, whichever of the four it is; without options, on the backend under test.</summary>
    public static MutualInformationEstimate Estimate(
        this IMutualInformationEstimator estimator, Observations data, EstimationOptions? options = null)
    {
        options ??= TestBackend.Options;
        return (data.X.IsLayer, data.Y.IsLayer) switch
        {
            (true, true) => estimator.Estimate(data.X.Samples, data.Y.Samples, options),
            (true, false) => estimator.Estimate(data.X.Samples, data.Y.Symbols, options),
            (false, true) => estimator.Estimate(data.X.Symbols, data.Y.Samples, options),
            (false, false) => estimator.Estimate(data.X.Symbols, data.Y.Symbols, options),
        };
    }

    /// <summary>A shuffle that depends on the seed alone.</summary>
    public static int[] Permutation(this Observations data, int count, [CallerLineNumber] int salt = 0)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(data.Seed * 7919 + salt).Shuffle(order);
        return order;
    }
}
