using System.Numerics;
using System.Runtime.InteropServices;

namespace MutualInfo.Files.Arrays;

/// <summary>Numbers of whatever type the file has, row-major.</summary>
internal abstract class Elements
{
    /// <summary>The first number that is NaN or infinite, or −1.</summary>
    public abstract int IndexOfNonFinite();

    /// <summary>The first number that the type cannot hold without loss, or −1.</summary>
    public abstract int IndexOfLoss<TTo>() where TTo : unmanaged, INumber<TTo>;

    /// <summary>Converts all numbers; only where <see cref="IndexOfLoss{TTo}"/> is −1.</summary>
    public abstract TTo[] Convert<TTo>() where TTo : unmanaged, INumber<TTo>;

    /// <summary>One number as text that reads back to it.</summary>
    public abstract string TextOf(int index);

    /// <summary>Makes symbols of integers; equal integers share one.</summary>
    public abstract Symbols ToSymbols();
}

/// <inheritdoc/>
internal sealed class Elements<T>(T[] values) : Elements where T : unmanaged, INumber<T>
{
    /// <summary>Gets the numbers themselves.</summary>
    public T[] Values => values;

    public override int IndexOfNonFinite()
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
                return i;
        }

        return -1;
    }

    public override int IndexOfLoss<TTo>()
    {
        if (ExactConversion.IsAlwaysExact<T, TTo>())
            return -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!ExactConversion.IsExact<T, TTo>(values[i]))
                return i;
        }

        return -1;
    }

    public override TTo[] Convert<TTo>()
    {
        TTo[] converted = new TTo[values.Length];
        for (int i = 0; i < converted.Length; i++)
            converted[i] = TTo.CreateSaturating(values[i]);
        return converted;
    }

    public override string TextOf(int index) => FormattableString.Invariant($"{values[index]}");

    public override Symbols ToSymbols() => typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        ? Symbols.FromLabels(MemoryMarshal.Cast<T, long>(values)) // The cast keeps different integers different, which is all that labels need.
        : Symbols.FromLabels(Convert<long>());
}
