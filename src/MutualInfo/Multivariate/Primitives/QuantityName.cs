using System.Globalization;

namespace MutualInfo.Multivariate.Primitives;

/// <summary>Quantities as a formula writes them.</summary>
internal static class QuantityName
{
    // More names than this say less than their number.
    private const int MostNames = 8;

    /// <summary><c>I(X;Y|Z)</c>, or <c>I(X;Y)</c> where nothing is given.</summary>
    public static string Information(IReadOnlyList<string> x, IReadOnlyList<string> y, IReadOnlyList<string> z) =>
        z.Count == 0 ? $"I({List(x, ",")};{List(y, ",")})" : $"I({List(x, ",")};{List(y, ",")}|{List(z, ",")})";

    /// <summary><c>total correlation of (a, b)</c>.</summary>
    public static string Of(string quantity, IReadOnlyList<string> variables) => $"{quantity} of ({List(variables, ", ")})";

    private static string List(IReadOnlyList<string> names, string comma) => names.Count <= MostNames
        ? string.Join(comma, names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(comma, names.Take(MostNames - 2))}{comma}…{comma}{names[^1]}: {names.Count} variables");
}
