using System.Collections.Concurrent;

namespace MutualInfo.Tests.Laws;

/// <summary>
/// Seeded data of every kind that estimators meet: for each seed every kind of numbers once, with a size, a width and labels that change
/// from seed to seed, so that ten seeds see every pairing of kind and size.
/// </summary>
internal static class DataSets
{
    private static readonly int[] _counts = [1, 2, 3, 17, 64, 257, 1000];
    private static readonly long[] _extremes = [long.MinValue, int.MinValue, 0, int.MaxValue, long.MaxValue];
    private static readonly int[] _dimensions = [1, 2, 3, 8, 33];

    private static readonly (string Name, Func<Random, int, int, double[]> Make)[] _layers =
    [
        ("normal", (random, n, d) => Numbers(n * d, () => Normal(random))),
        ("uniform", (random, n, d) => Numbers(n * d, () => 2 * random.NextDouble() - 1)),
        ("heavy tail", (random, n, d) => Numbers(n * d, () => Math.Tan(Math.PI * (random.NextDouble() - 0.5)))),
        ("rounded", (random, n, d) => Numbers(n * d, () => Math.Round(2 * Normal(random)) / 2)),
        ("duplicated rows", DuplicatedRows),
        ("constant columns", ConstantColumns),
        ("powers of two", (random, n, d) => Numbers(n * d, () => Math.ScaleB(random.Next(2) * 2 - 1, random.Next(-20, 21)))),
        ("1e150", (random, n, d) => Numbers(n * d, () => 1e150 * Normal(random))),
        ("1e-150", (random, n, d) => Numbers(n * d, () => 1e-150 * Normal(random))),
        ("offset 1e8", (random, n, d) => Numbers(n * d, () => 1e8 + Normal(random))),
    ];

    private static readonly (string Name, Func<Random, int, long[]> Make)[] _labels =
    [
        ("one class", (_, n) => [.. Enumerable.Repeat(7L, n)]),
        ("all unique", (_, n) => [.. Enumerable.Range(0, n).Select(i => (long)i)]),
        ("Zipf", (random, n) => [.. Enumerable.Range(0, n).Select(_ => (long)(1 / (1 - random.NextDouble() * 0.98)))]),
        ("negative", (random, n) => [.. Enumerable.Range(0, n).Select(_ => -1L - random.Next(4))]),
        ("extreme", (random, n) => [.. Enumerable.Range(0, n).Select(_ => _extremes[random.Next(_extremes.Length)])]),
    ];

    private static readonly ConcurrentDictionary<int, Observations[]> _made = new();

    /// <summary>Numbers with labels, numbers with numbers, labels with labels, and expanded tables. Immutable, so made once.</summary>
    public static IEnumerable<Observations> For(int seed) => _made.GetOrAdd(
        seed, static seed => [.. LayersAndLabels(seed), .. LayersAndLayers(seed), .. LabelPairs(seed), .. Tables(seed)]);

    public static IEnumerable<Observations> LayersAndLabels(int seed)
    {
        for (int kind = 0; kind < _layers.Length; kind++)
        {
            Random random = new(seed * 1009 + kind);
            int n = _counts[(3 * seed + kind) % _counts.Length];
            int label = (seed + kind) % _labels.Length;
            yield return new Observations(
                $"{_layers[kind].Name} | {_labels[label].Name}", seed, Layer(random, kind, n, seed + 2 * kind), Variable.Labels(_labels[label].Make(random, n)));
        }
    }

    public static IEnumerable<Observations> LayersAndLayers(int seed)
    {
        for (int kind = 0; kind < _layers.Length; kind++)
        {
            Random random = new(seed * 2003 + kind);
            int other = (kind + 1 + seed % (_layers.Length - 1)) % _layers.Length;
            int n = _counts[(3 * seed + kind + 4) % _counts.Length];
            yield return new Observations(
                $"{_layers[kind].Name} | {_layers[other].Name}", seed, Layer(random, kind, n, 2 * seed + kind), Layer(random, other, n, seed + kind + 1));
        }
    }

    public static IEnumerable<Observations> LabelPairs(int seed)
    {
        for (int kind = 0; kind < _labels.Length; kind++)
        {
            Random random = new(seed * 3001 + kind);
            int other = (kind + seed) % _labels.Length;
            int n = _counts[(seed + kind) % _counts.Length];
            yield return new Observations(
                $"{_labels[kind].Name} | {_labels[other].Name}", seed, Variable.Labels(_labels[kind].Make(random, n)), Variable.Labels(_labels[other].Make(random, n)));
        }
    }

    /// <summary>Joint tables of small whole numbers, expanded into one sample for each count.</summary>
    public static IEnumerable<Observations> Tables(int seed)
    {
        for (int i = 0; i < 3; i++)
        {
            Random random = new(seed * 4001 + i);
            List<(long X, long Y)> cells = [(0, 0)];
            int columns = random.Next(1, 6);
            for (int row = random.Next(1, 6); row >= 0; row--)
            {
                for (int column = 0; column < columns; column++)
                    cells.AddRange(Enumerable.Repeat(((long)row, (long)column), random.Next(6)));
            }

            yield return new Observations(
                "joint table", seed, Variable.Labels([.. cells.Select(cell => cell.X)]), Variable.Labels([.. cells.Select(cell => cell.Y)]));
        }
    }

    /// <summary>Multiples of 2⁻¹⁰ below 8: sums, shifts and scalings of them by small powers of two are exact.</summary>
    public static Observations Dyadic(int seed, int n, int d)
    {
        Random random = new(seed * 5003 + n);
        return new Observations(
            "dyadic | dyadic",
            seed,
            Variable.Layer(Numbers(n * d, () => random.Next(-8000, 8000) / 1024.0), d),
            Variable.Layer(Numbers(n, () => random.Next(-8000, 8000) / 1024.0), 1));
    }

    /// <summary>A layer that follows another up to noise: its information is far from both 0 and ln n.</summary>
    public static Observations Related(int seed, int n, int d)
    {
        Random random = new(seed * 6007 + n + d);
        double[] x = Numbers(n * d, () => Normal(random));
        double[] y = new double[n];
        for (int row = 0; row < n; row++)
            y[row] = Math.Tanh(x[row * d]) + 0.3 * Normal(random);
        return new Observations("related", seed, Variable.Layer(x, d), Variable.Layer(y, 1));
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Variable Layer(Random random, int kind, int n, int width)
    {
        int d = _dimensions[width % _dimensions.Length];
        return Variable.Layer(_layers[kind].Make(random, n, d), d);
    }

    private static double[] Numbers(int count, Func<double> draw)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
            numbers[i] = draw();
        return numbers;
    }

    private static double[] DuplicatedRows(Random random, int n, int d)
    {
        double[] values = Numbers(n * d, () => Normal(random));
        for (int row = n / 3; row < n; row++)
            values.AsSpan(random.Next(1 + n / 3) * d, d).CopyTo(values.AsSpan(row * d));
        return values;
    }

    // The first column is constant, and every third one after it: a layer of one neuron is constant altogether.
    private static double[] ConstantColumns(Random random, int n, int d)
    {
        double[] values = Numbers(n * d, () => Normal(random));
        for (int i = 0; i < values.Length; i++)
        {
            if (i % d % 3 == 0)
                values[i] = 0.25;
        }

        return values;
    }
}
