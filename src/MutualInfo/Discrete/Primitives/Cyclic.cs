namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Parameters by column, with the first eight again after the last, so that eight from any column on can be loaded at once.
/// </summary>
internal static class Cyclic
{
    private const int Repeated = 8;

    public static TValue[] Extend<TValue>(ReadOnlySpan<TValue> columns)
    {
        TValue[] extended = new TValue[columns.Length + Repeated];
        for (int i = 0; i < extended.Length; i++)
            extended[i] = columns[i % columns.Length];
        return extended;
    }
}
