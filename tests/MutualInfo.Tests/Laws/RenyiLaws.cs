using MutualInfo.Kernels;

namespace MutualInfo.Tests.Laws;

/// <summary>Matrix Rényi entropies among themselves: C8 and C9.</summary>
public class RenyiLaws
{
    private const double BitsToNats = 0.6931471805599453;

    private static readonly double[] _orders = [0.5, 0.9, 1, 1.01, 1.5, 2, 3, 4, 7.5, double.PositiveInfinity];

    public static TheoryData<double> Orders => [.. _orders];

    // C8, 1e-12 bits, through the delta similarity and through a dense matrix of the caller's own.
    [BackendTheory, MemberData(nameof(Orders))]
    public void Entropy_LabelGram_IsTheRenyiEntropyOfTheClasses(double order) => Law.ForAll(DataSets.LabelPairs, data =>
    {
        Observations few = data.Shortened(64);
        Symbols labels = few.X.Symbols;
        double expected = RenyiOfShares(labels.Histogram, labels.Count, order);
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(order);
        Law.Near("S of the labels", expected, estimator.Estimate(labels, labels, TestBackend.Options).EntropyX.Nats, 1e-12 * BitsToNats);
        Law.Near("S of their matrix", expected, estimator.Entropy(LabelGram(labels)).Nats, 1e-12 * BitsToNats);
    });

    // C8, 1e-12 bits: order 2 is the Frobenius norm and order infinity the largest eigenvalue.
    [BackendFact]
    public void Entropy_OrdersTwoAndInfinity_AreNormAndLargestEigenvalue() => Law.ForAll(Layers, data =>
    {
        double[] spectrum = Spectrum(data);
        double norm = spectrum.Sum(value => value * value);
        Law.Near("S₂", -Math.Log(norm), Entropy(data, 2), 1e-12);
        Law.Near("S∞", -Math.Log(spectrum[^1]), Entropy(data, double.PositiveInfinity), 1e-12);
    });

    // C8, 1e-12 bits.
    [BackendTheory, MemberData(nameof(Orders))]
    public void Entropy_IdentityAndOnes_AreTheLogarithmOfTheCountAndZero(double order)
    {
        foreach (int n in (int[])[1, 2, 3, 17, 64])
        {
            double[,] identity = new double[n, n];
            double[,] ones = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                identity[i, i] = 3;
                for (int j = 0; j < n; j++)
                    ones[i, j] = 0.5;
            }

            MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(order);
            Law.Near("S of the identity", Math.Log(n), estimator.Entropy(GramMatrix.FromMatrix(identity)).Nats, 1e-12 * BitsToNats);
            Law.Near("S of ones", 0, estimator.Entropy(GramMatrix.FromMatrix(ones)).Nats, 1e-12 * BitsToNats);
        }
    }

    // C9. 1e-11 is the rounding of either entropy; below order 1 eigenvalues under the floor are missing, 1e-6 for each at most.
    [BackendFact]
    public void Entropy_HigherOrder_IsNotGreater() => Law.ForAll(Layers, data =>
    {
        for (int i = 1; i < _orders.Length; i++)
        {
            double floor = _orders[i - 1] < 0.9 ? 1e-6 * data.Count : 0;
            Law.AtMost($"S of order {_orders[i]}", Entropy(data, _orders[i]), Entropy(data, _orders[i - 1]), 1e-11 + floor);
        }
    });

    // C9: the slope in the order is at most (log₂ n)² bits; 1e-11 is the rounding of either entropy.
    [BackendFact]
    public void Entropy_OrderNextToOne_IsNextToVonNeumann() => Law.ForAll(Layers, data =>
    {
        double bound = 1e-6 * Math.Pow(Math.Log2(data.Count), 2) * BitsToNats;
        Law.Near("S of 1 + 1e-6", Entropy(data, 1), Entropy(data, 1 + 1e-6), bound + 1e-11);
        Law.Near("S of 1 − 1e-6", Entropy(data, 1), Entropy(data, 1 - 1e-6), bound + 1e-11);
    });

    // C9: n·ε.
    [BackendFact]
    public void Spectrum_OfAGramMatrix_KeepsTheTrace() => Law.ForAll(Layers, data =>
        Law.Near("Σλ", 1, Spectrum(data).Sum(), Math.Max(4, data.Count) * Law.Epsilon));

    // Similarities of far samples run through the whole range of a double. Residuals, as LAPACK tests: n·ε·‖A‖, ‖A‖ ≤ 1; with the
    // squares of denormal couplings in the reflectors these spectra were wrong by 1e-5.
    [BackendFact]
    public void Spectrum_SimilaritiesOfAllMagnitudes_HasTheMomentsOfTheMatrix() => Law.ForAll(AllMagnitudes, data =>
    {
        Similarity similarity = Similarity.Gaussian(data.X.Samples, 1);
        double[] spectrum = new double[data.Count];
        TestBackend.Instance.Spectrum(similarity, spectrum, TestBackend.Options);
        double n = data.Count;
        double norm = TestBackend.Instance.SquaredNorm(similarity, TestBackend.Options) / (n * n);
        Law.Near("Σλ", 1, spectrum.Sum(), n * Law.Epsilon);
        Law.Near("Σλ²", norm, spectrum.Sum(value => value * value), n * Law.Epsilon);
        Law.AtMost("−λ", -spectrum[0], 0, n * Law.Epsilon);
    });

    private static IEnumerable<Observations> Layers(int seed) =>
        DataSets.LayersAndLabels(seed).Where(data => data.Count > 1).Select(data => data.Shortened(Math.Min(64, TestBackend.MostInSpectra))).Take(6);

    // One dimension, distances from 0 to 60: similarities from 1 down to e⁻¹⁸⁰⁰, through every denormal.
    private static IEnumerable<Observations> AllMagnitudes(int seed)
    {
        Random random = new(seed);
        foreach (int n in (int[])[5, Math.Min(40, TestBackend.MostInSpectra), Math.Min(100, TestBackend.MostSamples)])
        {
            double[] points = [.. Enumerable.Range(0, n).Select(_ => 60 * random.NextDouble())];
            yield return new Observations("points on a line", seed, Variable.Layer(points, 1), Variable.Distinct(n));
        }
    }

    private static double Entropy(Observations data, double order) =>
        Estimators.MatrixRenyi(order).Estimate(data.X.Samples, data.Y.Symbols, TestBackend.Options).EntropyX.Nats;

    private static double[] Spectrum(Observations data)
    {
        double[] spectrum = new double[data.Count];
        double sigma = new ScottBandwidth().SigmaFor(data.X.Samples);
        TestBackend.Instance.Spectrum(Similarity.Gaussian(data.X.Samples, sigma), spectrum, TestBackend.Options);
        return spectrum;
    }

    private static double RenyiOfShares(ReadOnlySpan<int> histogram, double n, double order)
    {
        double[] shares = [.. histogram.ToArray().Select(count => count / n)];
        return order switch
        {
            1 => -shares.Sum(share => share * Math.Log(share)),
            double.PositiveInfinity => -Math.Log(shares.Max()),
            _ => Math.Log(shares.Sum(share => Math.Pow(share, order))) / (1 - order),
        };
    }

    private static GramMatrix LabelGram(Symbols labels)
    {
        double[,] gram = new double[labels.Count, labels.Count];
        for (int i = 0; i < labels.Count; i++)
        {
            for (int j = 0; j < labels.Count; j++)
                gram[i, j] = labels.Codes[i] == labels.Codes[j] ? 1 : 0;
        }

        return GramMatrix.FromMatrix(gram);
    }
}
