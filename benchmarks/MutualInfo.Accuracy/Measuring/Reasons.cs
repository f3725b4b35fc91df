namespace MutualInfo.Accuracy.Measuring;

/// <summary>What an estimate says against itself, by names that results keep and the page counts.</summary>
internal static class Reasons
{
    // What the command warns of.
    private const double Saturated = 0.95;
    private const double MostlySingletons = 0.5;

    public static IEnumerable<string> Of(MutualInformationEstimate estimate)
    {
        if (estimate.SaturationX >= Saturated && estimate.SaturationY >= Saturated)
            yield return "saturated";
        if (estimate.Diagnostics.SingletonShare > MostlySingletons)
            yield return "mostly singletons";
    }
}
