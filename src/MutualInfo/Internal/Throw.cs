using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace MutualInfo.Internal;

/// <summary>Every exception of the library: what was given, what was expected, what to do.</summary>
internal static class Throw
{
    [DoesNotReturn]
    public static void NoSamples(string paramName) =>
        throw new ArgumentException($"{paramName} has no samples; at least 1 is expected.", paramName);

    [DoesNotReturn]
    public static void NoDimensions(string paramName) =>
        throw new ArgumentException($"{paramName} has no dimensions; each sample must have at least 1 number.", paramName);

    [DoesNotReturn]
    public static void TooFewSamples(string paramName, int count, int minimum, string estimator) =>
        throw new ArgumentException(
            Text($"{paramName} has {count} sample(s); {estimator} needs at least {minimum}."), paramName);

    [DoesNotReturn]
    public static void CountsDiffer(int x, int y) =>
        throw new ArgumentException(
            Text($"x has {x} samples and y has {y}; they must be observations of the same events."), nameof(y));

    [DoesNotReturn]
    public static void NotFinite<T>(string paramName, int row, int column, T value) where T : INumberBase<T> =>
        throw new ArgumentException(
            T.IsNaN(value)
                ? Text($"{paramName}[{row}][{column}] is NaN. Drop that sample, or find out where the layer diverged.")
                : Text($"{paramName}[{row}][{column}] is {(T.IsNegative(value) ? "-" : "")}Infinity. A finite number is expected: drop that sample, or find out where the layer diverged."),
            paramName);

    [DoesNotReturn]
    public static void OutOfRange<T>(string paramName, T value, string expected) =>
        throw new ArgumentOutOfRangeException(paramName, value, Text($"{paramName} is {value}; expected {expected}."));

    [DoesNotReturn]
    public static void Invalid(string paramName, FormattableString message) =>
        throw new ArgumentException(Text(message), paramName);

    /// <summary>Checks a parameter that must be a finite number above zero, and returns it.</summary>
    public static double UnlessPositiveFinite(double value, string paramName)
    {
        if (!(value > 0) || double.IsPositiveInfinity(value))
            OutOfRange(paramName, value, "a finite number above 0");
        return value;
    }

    /// <summary>Checks a parameter that must be a finite number, and returns it.</summary>
    public static double UnlessFinite(double value, string paramName)
    {
        if (!double.IsFinite(value))
            OutOfRange(paramName, value, "a finite number");
        return value;
    }

    /// <summary>Checks a parameter that must lie in [<paramref name="low"/>, <paramref name="high"/>], and returns it.</summary>
    public static int UnlessBetween(int value, int low, int high, string paramName)
    {
        if (value < low || value > high)
            OutOfRange(paramName, value, Text($"a whole number from {low} to {high}"));
        return value;
    }

    /// <summary>Checks that an enum is one of its names, and returns it.</summary>
    public static TEnum UnlessDefined<TEnum>(TEnum value, string paramName) where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
            OutOfRange(paramName, value, string.Join(" or ", Enum.GetNames<TEnum>()));
        return value;
    }

    /// <summary>Checks a reference that must be given, and returns it.</summary>
    public static TValue UnlessGiven<TValue>([NotNull] TValue? value, string paramName) where TValue : class
    {
        ArgumentNullException.ThrowIfNull(value, paramName);
        return value;
    }

    // Messages must read the same whatever the culture of the thread.
    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
