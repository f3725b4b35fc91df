using System.Globalization;

namespace MutualInfo.Kernels;

/// <summary>What an entropy was computed from instead of the whole n × n Gram matrix. Each of these is exact.</summary>
public sealed record GramStructure
{
    /// <summary>Gets n, the order of the matrix.</summary>
    public required int SampleCount { get; init; }

    /// <summary>
    /// Gets the number of blocks, one for each symbol: samples of different symbols have similarity 0. 1
    /// where there are no symbols.
    /// </summary>
    public required int BlockCount { get; init; }

    /// <summary>
    /// Gets the number of samples left after equal ones were merged, each with its multiplicity; n where none are
    /// equal or none were merged.
    /// </summary>
    public required int DistinctCount { get; init; }

    /// <summary>
    /// Gets the order of the largest matrix whose eigenvalues were computed; 0 where none was needed, as
    /// at the orders 2, 3 and 4.
    /// </summary>
    public required int LargestSolved { get; init; }

    /// <summary>Says it in a few words, independent of the culture.</summary>
    public override string ToString() => LargestSolved == 0
        ? string.Create(CultureInfo.InvariantCulture, $"no eigenvalues, {BlockCount} block(s)")
        : string.Create(CultureInfo.InvariantCulture, $"{DistinctCount} distinct of {SampleCount} samples in {BlockCount} block(s), the largest of {LargestSolved}");
}
