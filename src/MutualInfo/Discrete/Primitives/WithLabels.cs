using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Counts rows together with labels, and gives them no codes.</summary>
/// <param name="joins">One for each worker.</param>
/// <param name="worker">Whose this is.</param>
internal readonly struct WithLabels(LabelJoin[] joins, int worker) : IRowNumberSink
{
    private readonly LabelJoin _own = joins[worker];

    public void BeginParting(int rows, int partitionBits, int slots) => _own.BeginParting(rows, partitionBits, slots);

    public void HearAbsorbed(Vector128<ulong> key, int row, int slot, int first) => _own.Absorb(key, row, slot, row == first);

    public void Hear(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers, KeyTable table) => _own.Hear(rows, numbers);

    public void HearSlot(FrontSlot slot, int before, int number, KeyTable table) => _own.Hear(joins[slot.Worker], slot, number);

    public void Finish(int partition, KeyTable table) => _own.Finish(partition, table.Counts, joins);
}
