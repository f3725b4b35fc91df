namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Functions against the values that they must have.</summary>
internal static class FunctionCases
{
    /// <summary>Five units in the last place: a sum of at most ten terms of one sign, or a series of one dominant term.</summary>
    public const double Relative = 1e-15;

    public static void AllNear((double X, double Expected)[] cases, Func<double, double> function, double tolerance = Relative)
    {
        foreach ((double x, double expected) in cases)
        {
            double actual = function(x);
            bool isNear = Math.Abs(actual - expected) <= tolerance * Math.Abs(expected);
            Assert.True(isNear, $"f({x:R}) = {actual:R}, not {expected:R}.");
        }
    }

    public static void AllNear(
        (double X, double Step, double Expected)[] cases, Func<double, double, double> function, double tolerance = Relative)
    {
        foreach ((double x, double step, double expected) in cases)
        {
            double actual = function(x, step);
            bool isNear = Math.Abs(actual - expected) <= tolerance * Math.Abs(expected);
            Assert.True(isNear, $"f({x:R}, {step:R}) = {actual:R}, not {expected:R}.");
        }
    }
}
