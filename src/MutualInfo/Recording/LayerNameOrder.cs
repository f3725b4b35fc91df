namespace MutualInfo.Recording;

/// <summary>The order of names in which runs of digits count as numbers, so that <c>hidden-10</c> follows <c>hidden-9</c>; else ordinal.</summary>
internal sealed class LayerNameOrder : IComparer<string>
{
    public static LayerNameOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        while (left.Length > 0 && right.Length > 0)
        {
            bool areNumbers = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]);
            int order = areNumbers ? CompareNumbers(TakeNumber(ref left), TakeNumber(ref right)) : left[0].CompareTo(right[0]);
            if (order != 0)
                return order;
            if (areNumbers)
                continue;
            left = left[1..];
            right = right[1..];
        }

        int byLength = left.Length.CompareTo(right.Length);
        // "layer 1" and "layer 01" are two layers, so they may not compare as equal.
        return byLength != 0 ? byLength : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }

    // Without leading zeros the longer number is the greater one; nothing is parsed, so nothing overflows.
    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y) =>
        x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.SequenceCompareTo(y);
}
