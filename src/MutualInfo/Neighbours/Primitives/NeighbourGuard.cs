using System.Diagnostics;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>What both nearest-neighbour estimators check before they begin, and say at the end.</summary>
internal static class NeighbourGuard
{
    private const string Neighbours = "neighbours";

    /// <summary>Checks a number of neighbours by itself, and returns it.</summary>
    public static int UnlessPositive(int neighbours)
    {
        if (neighbours < 1)
            Throw.OutOfRange(Neighbours, neighbours, "at least 1 neighbour");
        return neighbours;
    }

    /// <summary>Checks a number of neighbours against the number of samples: every sample must have as many others.</summary>
    public static void RequireMoreSamples(int count, int neighbours)
    {
        if (neighbours >= count)
        {
            Throw.OutOfRange(
                Neighbours,
                neighbours,
                FormattableString.Invariant($"a number below that of the samples, {count}: take fewer neighbours, or at least {(long)neighbours + 1} samples"));
        }
    }

    /// <summary>Refuses what the buffers of a search cannot hold: the numbers of all points, or the lists of all neighbours.</summary>
    /// <param name="paramName">Whose numbers they are.</param>
    /// <param name="count">n.</param>
    /// <param name="dimension">The columns that are searched together.</param>
    /// <param name="neighbours">The numbers of neighbours asked for.</param>
    public static void RequireRoom(string paramName, int count, int dimension, ReadOnlySpan<int> neighbours)
    {
        // Panels are filled up to 32 points, and buffers begin on a cache line.
        long most = Array.MaxLength - 64L * (dimension + 1);
        long numbers = (long)count * dimension;
        if (numbers > most)
        {
            Throw.OutOfRange(
                paramName,
                numbers,
                FormattableString.Invariant($"at most {most} numbers in {count} samples of {dimension} columns together: take fewer samples, or fewer columns"));
        }

        int largest = 0;
        foreach (int number in neighbours)
            largest = Math.Max(largest, number);
        if ((long)count * Math.Max(largest + 1L, neighbours.Length) > most)
            Throw.OutOfRange(Neighbours, largest, FormattableString.Invariant($"so few that {count} lists of them hold at most {most} neighbours"));
    }

    /// <summary>Looks at the token once for every so many rows of a copy: a look costs as much as a short row.</summary>
    public static void LookAt(int row, CancellationToken cancellation)
    {
        const int RowsPerLook = 256;
        if (row % RowsPerLook == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Begins an estimate at several k: what a single one checks, for each of them.</summary>
    public static (EstimationOptions Options, long Start) Begin<T>(
        Samples<T> x, Samples<T> y, ReadOnlySpan<int> neighbours, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        return Begin(x.Count, y.Count, neighbours, options);
    }

    /// <inheritdoc cref="Begin{T}(Samples{T}, Samples{T}, ReadOnlySpan{int}, EstimationOptions)"/>
    public static (EstimationOptions Options, long Start) Begin<T>(
        Samples<T> x, Symbols y, ReadOnlySpan<int> neighbours, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        return Begin(x.Count, y.Count, neighbours, options);
    }

    /// <summary>What was seen on the way, but for the time.</summary>
    public static EstimateDiagnostics Diagnostics(NeighbourEstimate found, EstimationOptions options) => new()
    {
        Backend = options.Backend.Name,
        Elapsed = TimeSpan.Zero,
        FormX = VariableForm.Samples,
        FormY = VariableForm.Samples,
        TiedShare = found.TiedShare,
        UnboundedValue = found.UnboundedNats > found.Nats ? Information.FromNats(found.UnboundedNats) : null,
        NeighbourhoodBias = found.Bias is { } bias && double.IsFinite(bias.Nats) ? Information.FromNats(bias.Nats) : null,
        NeighbourhoodBiasError = found.Bias is { } known && double.IsFinite(known.Nats) ? Information.FromNats(known.StandardError) : null,
    };

    private static (EstimationOptions Options, long Start) Begin(int x, int y, ReadOnlySpan<int> neighbours, EstimationOptions? options)
    {
        if (x != y)
            Throw.CountsDiffer(x, y);
        if (neighbours.IsEmpty)
            Throw.Invalid(Neighbours, $"neighbours is empty; give at least one number of neighbours, such as 3.");
        foreach (int number in neighbours)
            RequireMoreSamples(x, UnlessPositive(number));
        long start = Stopwatch.GetTimestamp();
        EstimationOptions how = options ?? EstimationOptions.Default;
        how.CancellationToken.ThrowIfCancellationRequested();
        return (how, start);
    }
}
