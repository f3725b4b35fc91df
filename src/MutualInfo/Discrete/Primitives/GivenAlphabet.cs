using System.Globalization;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The size K of an alphabet that a user may know: as many symbols as were seen, unless it is given.</summary>
internal static class GivenAlphabet
{
    private const string Expected =
        "Give an alphabet that holds every symbol of the variable, for a joint variable every pair, or leave it out.";

    /// <summary>Checks a size that is to be kept: null, or at least 1.</summary>
    public static long? UnlessBelowOne(long? size)
    {
        if (size < 1)
            Throw.OutOfRange("alphabetSize", size.Value, "a whole number from 1 on, or null for the symbols that were seen");
        return size;
    }

    /// <summary>What a given size adds to the name of an entropy.</summary>
    public static string Text(long? size) =>
        size is { } given ? string.Create(CultureInfo.InvariantCulture, $", alphabet of {given}") : "";

    /// <summary>K for a histogram; refuses one that has more symbols than the alphabet.</summary>
    public static long SizeFor(CountsOfCounts counts, long? given)
    {
        if (given < counts.AlphabetSize)
        {
            Throw.Invalid(
                nameof(counts),
                $"counts has {counts.AlphabetSize} symbols, and the given alphabet has {given}. {Expected}");
        }

        return given ?? counts.AlphabetSize;
    }
}
