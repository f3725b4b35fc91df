namespace MutualInfo.Tool.Specifications;

/// <summary>What someone may have meant: the known name with the fewest edits.</summary>
internal static class NearestName
{
    /// <summary>Says that a name is unknown, which one is nearest, and what there is.</summary>
    public static string Explain(string given, string what, string list, IReadOnlyCollection<string> known)
    {
        string nearest = Find(given, known) is { } name ? $" Did you mean '{name}'?" : "";
        return known.Count == 0 ? $"'{given}' is no {what}." : $"'{given}' is no {what}.{nearest} {list}: {string.Join(", ", known)}.";
    }

    /// <summary>
    /// The name that was begun, or the one with the fewest edits; null where half of the letters would have to change, as no guess is
    /// better than a wild one.
    /// </summary>
    public static string? Find(string given, IReadOnlyCollection<string> known)
    {
        if (given.Length >= 3 && known.FirstOrDefault(name => name.StartsWith(given, StringComparison.OrdinalIgnoreCase)) is { } begun)
            return begun;
        string? nearest = known.MinBy(name => Distance(given, name));
        return nearest is not null && 2 * Distance(given, nearest) <= Math.Max(given.Length, nearest.Length) ? nearest : null;
    }

    /// <summary>Levenshtein's distance: the insertions, deletions and replacements of one letter, capitals being no difference.</summary>
    public static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = previous[j - 1] + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
