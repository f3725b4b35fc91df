using System.Globalization;

namespace MutualInfo.Tests.Neighbours;

/// <summary>Two variables with everything that makes neighbours hard to count: ties, repeats, far offsets, extreme scales, odd sizes.</summary>
internal sealed record NeighbourData(string Name, int Seed, double[] X, int DimensionX, double[] Y, int DimensionY)
{
    private static readonly (string Name, Func<Random, double> Draw)[] _kinds =
    [
        ("normal", Normal),
        ("rounded to halves", random => Math.Round(2 * Normal(random)) / 2),
        ("whole", random => random.Next(3)),
        ("offset 1e8", random => 1e8 + Normal(random)),
        ("offset 1e8, rounded", random => 1e8 + Math.Round(8 * Normal(random)) / 8),
        ("1e150", random => 1e150 * Normal(random)),
        ("1e-310", random => 1e-310 * Normal(random)),
        ("to the ends of double", random => double.MaxValue * (2 * random.NextDouble() - 1)),
        ("powers of two", random => Math.ScaleB(random.Next(2) * 2 - 1, random.Next(-20, 21))),
        ("single precision", random => (float)Normal(random)),
    ];

    /// <summary>Twenty sets: every kind once in few dimensions and once in many, every third with repeated rows.</summary>
    public static IReadOnlyList<NeighbourData> All { get; } = [.. Enumerable.Range(0, 20).Select(Make)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    public int Count => X.Length / DimensionX;

    public Samples<double> SamplesX => Samples.FromRows<double>(X, DimensionX);

    public Samples<double> SamplesY => Samples.FromRows<double>(Y, DimensionY);

    /// <summary>Labels that go with x: five bands of it, and a few that occur once or twice.</summary>
    public int[] Labels
    {
        get
        {
            double[] sorted = [.. X.Order()];
            int[] labels = [.. Enumerable.Range(0, Count).Select(row => Array.BinarySearch(sorted, X[row * DimensionX]))];
            for (int row = 0; row < labels.Length; row++)
                labels[row] = Math.Abs(labels[row]) * 5 / X.Length;
            (labels[0], labels[1], labels[^1]) = (100, 101, 101);
            return labels;
        }
    }

    /// <summary>The joint points, shape (n, dx + dy).</summary>
    public double[] Joint
    {
        get
        {
            int d = DimensionX + DimensionY;
            double[] joint = new double[Count * d];
            for (int row = 0; row < Count; row++)
            {
                X.AsSpan(row * DimensionX, DimensionX).CopyTo(joint.AsSpan(row * d));
                Y.AsSpan(row * DimensionY, DimensionY).CopyTo(joint.AsSpan(row * d + DimensionX));
            }

            return joint;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}, n = {Count}, d = {DimensionX} and {DimensionY}, seed {Seed}");

    private static NeighbourData Make(int seed)
    {
        Random random = new(7001 + seed);
        (string name, Func<Random, double> draw) = _kinds[seed % _kinds.Length];
        int n = 75 + 9 * seed;
        (int dx, int dy) = seed < 10 ? (1 + seed % 3, 1 + seed % 2) : (2 + seed % 9, 1 + seed % 12);
        double[] x = [.. Enumerable.Range(0, n * dx).Select(_ => draw(random))];
        double[] y = [.. Enumerable.Range(0, n * dy).Select(i => random.Next(3) == 0 ? draw(random) : x[i / dy * dx])];
        for (int row = n / 2; row < n && seed % 3 == 0; row++)
        {
            int other = random.Next(n / 2);
            x.AsSpan(other * dx, dx).CopyTo(x.AsSpan(row * dx));
            if (random.Next(2) == 0)
                y.AsSpan(other * dy, dy).CopyTo(y.AsSpan(row * dy));
        }

        return new NeighbourData(name, seed, x, dx, y, dy);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
