namespace MutualInfo.Discrete.Primitives;

/// <summary>Gauss and Kronrod's pair of rules with 15 and 7 points.</summary>
internal static class GaussKronrod
{
    private const double WeightOfMiddle = 0.20948214108472782;
    private const double CoarseWeightOfMiddle = 0.4179591836734694;

    // The points right of the middle, outermost first; every second one belongs to the coarser rule as well.
    private static ReadOnlySpan<double> Points =>
    [
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789848,
    ];

    private static ReadOnlySpan<double> Weights =>
    [
        0.022935322010529224,
        0.06309209262997856,
        0.10479001032225019,
        0.14065325971552592,
        0.1690047266392679,
        0.19035057806478542,
        0.20443294007529889,
    ];

    private static ReadOnlySpan<double> CoarseWeights =>
    [
        0.1294849661688697,
        0.27970539148927664,
        0.3818300505051189,
    ];

    /// <summary>The integral by the finer rule and by the coarser one, whose difference tells the error.</summary>
    public static (Moments Fine, Moments Coarse) Of(Func<double, Moments> function, double from, double to)
    {
        double half = (to - from) / 2;
        double middle = from + half;
        Moments ofMiddle = function(middle);
        Moments fine = WeightOfMiddle * ofMiddle;
        Moments coarse = CoarseWeightOfMiddle * ofMiddle;
        for (int i = 0; i < Points.Length; i++)
        {
            Moments pair = function(middle - half * Points[i]) + function(middle + half * Points[i]);
            fine += Weights[i] * pair;
            if (i % 2 == 1)
                coarse += CoarseWeights[i / 2] * pair;
        }

        return (half * fine, half * coarse);
    }
}
