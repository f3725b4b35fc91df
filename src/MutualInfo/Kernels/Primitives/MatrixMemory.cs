using System.Globalization;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Says no to a matrix that cannot fit, before anything is allocated.</summary>
internal static class MatrixMemory
{
    /// <summary>
    /// Gets the bytes that one array can have here. Asked for once: the memory of the machine does not change,
    /// and the answer is an object.
    /// </summary>
    public static long Limit { get; } = Math.Min(8L * (Array.MaxLength - 16), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>Requires that a span can hold an n × n matrix.</summary>
    public static void RequireSpan(int n)
    {
        if ((long)n * n > Array.MaxLength)
            Refuse(n, 8L * n * n, 8L * Array.MaxLength, "Split it into blocks that do not couple, or use fewer samples.");
    }

    /// <summary>Requires room for a copy of an n × n matrix with rows of a given stride.</summary>
    public static void RequireCopy(int n, nint stride)
    {
        if (8L * n * stride > Limit)
            Refuse(n, 8L * n * stride, Limit, "EigenvaluesInPlace needs no copy.");
    }

    private static void Refuse(int n, long bytes, long limit, string advice) => throw new InsufficientMemoryException(string.Create(
        CultureInfo.InvariantCulture, $"A matrix of order {n} needs {bytes:N0} bytes; at most {limit:N0} can be had here. {advice}"));
}
