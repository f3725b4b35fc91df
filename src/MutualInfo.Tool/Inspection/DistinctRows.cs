using System.Numerics;
using System.Runtime.InteropServices;
using MutualInfo.Files;

namespace MutualInfo.Tool.Inspection;

/// <summary>How many different rows an array has. NaN equals nothing, so that a row with NaN differs from all others.</summary>
internal static class DistinctRows
{
    public static int Count(NumericArray array)
    {
        if (array.Count == 0 || array.Dimension == 0)
            return Math.Min(array.Count, 1);
        return array.ElementType switch
        {
            ElementType.Float64 or ElementType.Int32 or ElementType.UInt32 => Count<double>(array),
            ElementType.Int64 => Count(array.ToArray<long>(), array.Dimension),
            // Which long stands for a great ulong does not matter, as long as different ones differ.
            ElementType.UInt64 => Count(MemoryMarshal.Cast<ulong, long>(array.ToArray<ulong>()).ToArray(), array.Dimension),
            _ => Count<float>(array),
        };
    }

    private static int Count<T>(NumericArray array) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = array.ToArray<T>();
        int dimension = array.Dimension;
        int kept = 0;
        for (int row = 0; row < array.Count; row++)
        {
            ReadOnlySpan<T> own = values.AsSpan(row * dimension, dimension);
            if (own.ContainsAnyNaN())
                continue;
            own.CopyTo(values.AsSpan(kept++ * dimension));
        }

        int withNaN = array.Count - kept;
        return withNaN + Symbols.FromRows(Samples.FromRows<T>(values.AsSpan(0, kept * dimension), dimension)).AlphabetSize;
    }

    // Beyond 2^53 a double cannot tell integers apart, so columns are joined one by one as labels.
    private static int Count(long[] values, int dimension)
    {
        Symbols? rows = null;
        long[] column = new long[values.Length / dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int row = 0; row < column.Length; row++)
                column[row] = values[row * dimension + i];
            Symbols next = Symbols.FromLabels(column);
            rows = rows is null ? next : Symbols.Join(rows, next);
        }

        return rows!.AlphabetSize;
    }

    private static bool ContainsAnyNaN<T>(this ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (T value in values)
        {
            if (T.IsNaN(value))
                return true;
        }

        return false;
    }
}
