namespace MutualInfo.Tool.Verification.Channels;

/// <summary>A discrete channel as exact integer counts: the plug-in estimate of such a table is the channel's information itself.</summary>
/// <param name="Name">What the channel is called.</param>
/// <param name="Truth">I(X;Y) in nats, by formula and never from the counts.</param>
/// <param name="Counts">How often each pair (x, y) occurs, proportional to its probability.</param>
internal sealed record Channel(string Name, double Truth, int[,] Counts)
{
    /// <summary>Lists the pairs, one entry for each observation.</summary>
    public (int[] X, int[] Y) Observe()
    {
        List<int> x = [];
        List<int> y = [];
        for (int i = 0; i < Counts.GetLength(0); i++)
        {
            for (int j = 0; j < Counts.GetLength(1); j++)
            {
                x.AddRange(Enumerable.Repeat(i, Counts[i, j]));
                y.AddRange(Enumerable.Repeat(j, Counts[i, j]));
            }
        }

        return ([.. x], [.. y]);
    }

    /// <summary>Gets the letters of X that occur, those of Y, and the pairs.</summary>
    public (int X, int Y, int Pairs) Alphabets()
    {
        (int[] x, int[] y) = Observe();
        return (x.Distinct().Count(), y.Distinct().Count(), x.Zip(y).Distinct().Count());
    }
}
