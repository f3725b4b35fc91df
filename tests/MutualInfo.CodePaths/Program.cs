using System.Globalization;
using System.Numerics;
using MutualInfo;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;

// One line for each estimate: its name, then the information and the three entropies in nats. First the width of the vectors in use.
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lanes {Vector<double>.Count}"));

(string Name, IMutualInformationEstimator Estimator)[] estimators =
[
    ("counting exact", Estimators.ExactDiscrete()),
    ("counting equal width", Estimators.Binning()),
    ("counting per neuron", Estimators.Binning(30, BinRange.PerNeuron)),
    ("counting equal frequency", new DiscreteEstimator(new EqualFrequencyBins(4))),
    ("counting EBAB", Estimators.AdaptiveBinning()),
    ("counting quantised", new DiscreteEstimator(new QuantizedLevels(8))),
    ("counting neighbours", Estimators.Kraskov(1)),
    ("counting neighbours, second", Estimators.Kraskov(1) with { Variant = KraskovVariant.Second }),
    ("counting neighbours, standardised", Estimators.Kraskov(1) with { Scaling = FeatureScaling.Standardize }),
    ("kernel density", Estimators.KernelDensity(0.1)),
    ("kernel density adaptive", Estimators.AdaptiveKernelDensity()),
    ("kernel density median", new KernelDensityEstimator(new MedianBandwidth())),
    ("kernel density Silverman", new KernelDensityEstimator(new SilvermanBandwidth())),
    ("kernel Gaussian", Estimators.Gaussian()),
    ("kernel Gaussian copula", Estimators.GaussianCopula()),
    ("Renyi 0.9", Estimators.MatrixRenyi(0.9)),
    ("Renyi 1", Estimators.MatrixRenyi(1)),
    ("Renyi 1.01", Estimators.MatrixRenyi()),
    ("Renyi 2", Estimators.MatrixRenyi(2)),
    ("Renyi 3", Estimators.MatrixRenyi(3)),
    ("Renyi 4", Estimators.MatrixRenyi(4)),
    ("Renyi infinity", Estimators.MatrixRenyi(double.PositiveInfinity)),
];

// Lengths around every vector width and around the tile of 64.
foreach (int n in (int[])[2, 3, 5, 8, 9, 17, 63, 64, 65, 131])
{
    foreach (int d in (int[])[1, 3, 8])
    {
        Random random = new(n * 100 + d);
        double[] x = new double[n * d];
        double[] y = new double[n];
        for (int i = 0; i < x.Length; i++)
            x[i] = 2 * random.NextDouble() - 1;
        for (int i = 0; i < n; i++)
            y[i] = Math.Round(x[i * d] * 3) / 3 + 0.25 * random.NextDouble();

        foreach ((string name, IMutualInformationEstimator estimator) in estimators)
        {
            if (n * d < 4 || (n < 4 && name == "counting equal frequency") || (n < 3 * (d + 1) && name.Contains("Gaussian", StringComparison.Ordinal)))
                continue;
            MutualInformationEstimate estimate = estimator.Estimate(Samples.FromRows<double>(x, d), Samples.FromScalars<double>(y));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} n={n} d={d}|{estimate.Value.Nats:R}|{estimate.EntropyX.Nats:R}|{estimate.EntropyY.Nats:R}|{estimate.JointEntropy.Nats:R}"));
        }
    }
}
