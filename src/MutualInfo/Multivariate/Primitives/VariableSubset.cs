namespace MutualInfo.Multivariate.Primitives;

/// <summary>Some of the variables of a set, by their numbers, ascending. Two subsets of the same members are equal.</summary>
internal readonly struct VariableSubset : IEquatable<VariableSubset>
{
    private readonly int[] _members;

    /// <summary>Takes members that ascend.</summary>
    private VariableSubset(int[] members) => _members = members;

    public ReadOnlySpan<int> Members => _members;

    public int Count => _members.Length;

    /// <summary>The first so many variables.</summary>
    public static VariableSubset First(int count) => Range(0, count);

    /// <summary>The variables from one number to below another.</summary>
    public static VariableSubset Range(int start, int end) => new([.. Enumerable.Range(start, end - start)]);

    /// <summary>The given variables, in any order, each once.</summary>
    public static VariableSubset Of(params ReadOnlySpan<int> members)
    {
        int[] sorted = members.ToArray();
        Array.Sort(sorted);
        return new VariableSubset(sorted);
    }

    /// <summary>The members of either of two subsets that share none.</summary>
    public VariableSubset With(VariableSubset other) => Of([.. _members, .. other._members]);

    /// <summary>All members but the one at a place.</summary>
    public VariableSubset Without(int place) => new([.. _members[..place], .. _members[(place + 1)..]]);

    /// <summary>The members whose bits are set, counted from the first member.</summary>
    public VariableSubset Chosen(int bits)
    {
        List<int> chosen = [];
        for (int place = 0; place < Count; place++)
        {
            if ((bits >> place & 1) == 1)
                chosen.Add(_members[place]);
        }

        return new VariableSubset([.. chosen]);
    }

    /// <summary>
    /// Where the last run of consecutive members begins: {0, 1, 4, 5} has the run {4, 5}, which begins at place 2.
    /// </summary>
    public int StartOfLastRun()
    {
        int place = Count - 1;
        while (place > 0 && _members[place - 1] == _members[place] - 1)
            place--;
        return place;
    }

    /// <summary>The members from one place to below another.</summary>
    public VariableSubset Slice(int start, int end) => new(_members[start..end]);

    public bool Equals(VariableSubset other) => Members.SequenceEqual(other.Members);

    public override bool Equals(object? obj) => obj is VariableSubset other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int member in _members)
            hash.Add(member);
        return hash.ToHashCode();
    }
}
