namespace MutualInfo.Tests.Laws;

/// <summary>Where the laws are held: here on the CPU, for every estimator and at any size. The tests of a GPU have settings of their own.</summary>
internal static class LawSettings
{
    public static EstimationOptions Options => EstimationOptions.Default;

    public static int LargestCount => int.MaxValue;

    public static bool Concerns(Specimen specimen) => specimen is not null;
}
