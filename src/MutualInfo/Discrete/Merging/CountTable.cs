using System.Buffers.Binary;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Merging;

/// <summary>Counts that are given as a table.</summary>
internal static class CountTable
{
    public static JointCounts Read(long[] joint, int columns)
    {
        long total = Total(joint, columns);
        int rows = joint.Length / columns;
        JointCounts counts = new();
        KeyedAlphabet x = new(SymbolKind.Labels);
        KeyedAlphabet y = new(SymbolKind.Labels);
        x.Reserve(rows);
        y.Reserve(columns);
        counts.Pairs.Reserve(joint.Count(static count => count > 0));
        Span<byte> key = stackalloc byte[sizeof(long)];
        for (int i = 0; i < joint.Length; i++)
        {
            if (joint[i] > 0)
                counts.Pairs.Add(Code(x, i / columns, key), Code(y, i % columns, key), joint[i]);
        }

        counts.Fill(x, y, total, 0, 0);
        return counts;
    }

    private static int Code(KeyedAlphabet alphabet, long label, Span<byte> key)
    {
        BinaryPrimitives.WriteInt64LittleEndian(key, label);
        return alphabet.Add(key);
    }

    private static long Total(long[] joint, int columns)
    {
        if (joint.Length == 0)
            Throw.Invalid(nameof(joint), $"joint has no cells; at least one row with one column is expected.");
        Int128 total = 0;
        for (int i = 0; i < joint.Length; i++)
        {
            if (joint[i] < 0)
                Throw.Invalid(nameof(joint), $"joint[{i / columns}, {i % columns}] is {joint[i]}; a count is 0 or more.");
            total += joint[i];
        }

        if (total == 0)
            Throw.Invalid(nameof(joint), $"joint has {joint.Length} cells and all are 0; at least one sample is expected.");
        if (total > long.MaxValue)
            Throw.Invalid(nameof(joint), $"joint sums to {total} samples, more than 64 bits hold.");
        return (long)total;
    }
}
