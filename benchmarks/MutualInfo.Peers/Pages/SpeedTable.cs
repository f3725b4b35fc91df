namespace MutualInfo.Peers.Pages;

/// <summary>The README's short table: some rows, each against the fastest peer that the run had, whatever its precision.</summary>
internal static class SpeedTable
{
    private static readonly (string Name, string Size)[] _shown =
    [
        ("Gram matrix, float64, all of it", "(2000, 100)"),
        ("all eigenvalues", "n = 512"),
        ("all eigenvalues", "n = 1024"),
        ("all eigenvalues", "n = 4096"),
        ("spectra of many matrices", "8 of n = 512"),
        ("S₁.₀₁ of A∘Y, labels", "n = 2000, 10 classes"),
        ("matrix Rényi I(T;Y), α = 1.01", "(1000, 50), 10 classes"),
        ("distinct rows", "1 M × 64 B, 50000 distinct"),
        ("binning I(T;Y), width 0.07", "(4096, 100)"),
        ("kernel density, H(T)", "(2000, 100)"),
        ("a whole epoch of the 12-bit network", "6 layers, n = 4096"),
    ];

    public static IEnumerable<string> Lines(PeersResult result)
    {
        yield return $"{result.Machine.Name}, {result.Machine.Cores} cores; medians of alternating runs, answers compared in the same run:";
        yield return "";
        yield return "| work | size | MutualInfo | fastest peer | | ratio |";
        yield return "|---|---|---:|---|---:|---:|";
        foreach ((string name, string size) in _shown)
        {
            PeersRow? row = Array.Find(result.Rows, row => row.Name == name && row.Size == size);
            if (row is { Ours.Median: { } ours, FastestPeer: { Median: { } theirs } peer })
                yield return $"| {name} | {size} | {Quantity.Seconds(ours)} | {peer.Name} | {Quantity.Seconds(theirs)} | {Quantity.Ratio(theirs / ours)} |";
        }
    }
}
