using System.Numerics;

namespace MutualInfo.Files.Arrays;

/// <summary>Says whether a number survives the change of its type.</summary>
internal static class ExactConversion
{
    /// <summary>Whether every value of the one type is a value of the other, so that no value needs a look.</summary>
    public static bool IsAlwaysExact<TFrom, TTo>() where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(TFrom) == typeof(TTo))
            return true;
        if (typeof(TTo) == typeof(double))
            return typeof(TFrom) != typeof(long) && typeof(TFrom) != typeof(ulong);
        if (typeof(TTo) == typeof(float))
            return typeof(TFrom) == typeof(Half) || IsNarrowInteger<TFrom>();
        return typeof(TTo) == typeof(long)
            && (IsNarrowInteger<TFrom>() || typeof(TFrom) == typeof(int) || typeof(TFrom) == typeof(uint));
    }

    /// <summary>Whether this value stays itself. NaN stays NaN among floating-point types.</summary>
    public static bool IsExact<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged, INumber<TTo>
    {
        TTo converted = TTo.CreateSaturating(value);
        if (IsFloating<TFrom>())
        {
            // Half, float and double all widen to double without loss, so double can judge.
            double wide = double.CreateSaturating(value);
            if (IsFloating<TTo>())
                return double.IsNaN(wide) || double.CreateSaturating(converted) == wide;
            return IsWhole(wide, LargestWhole<TFrom>()) && double.CreateSaturating(converted) == wide;
        }

        Int128 whole = Int128.CreateSaturating(value);
        return IsFloating<TTo>() ? Int128.Abs(whole) <= LargestWhole<TTo>() : Int128.CreateSaturating(converted) == whole;
    }

    /// <summary>
    /// The greatest whole number up to which a floating-point type tells all whole numbers apart. Beyond it, two different integers may
    /// have become the same number before we saw them.
    /// </summary>
    public static long LargestWhole<T>()
    {
        if (typeof(T) == typeof(Half))
            return 1L << 11;
        return typeof(T) == typeof(float) ? 1L << 24 : 1L << 53;
    }

    private static bool IsWhole(double value, long largest) => double.IsInteger(value) && Math.Abs(value) <= largest;

    private static bool IsFloating<T>() => typeof(T) == typeof(Half) || typeof(T) == typeof(float) || typeof(T) == typeof(double);

    private static bool IsNarrowInteger<T>() =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort);
}
