using MutualInfo.Internal;

namespace MutualInfo.Significance.Primitives;

/// <summary>The levels that an interval can have.</summary>
internal static class IntervalLevel
{
    /// <summary>Checks a level, and returns it.</summary>
    public static double Checked(double value, string paramName)
    {
        if (value is not (> 0 and < 1))
            Throw.OutOfRange(paramName, value, "a level between 0 and 1, such as 0.95");
        return value;
    }
}
