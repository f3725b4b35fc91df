using System.Globalization;
using System.Numerics;
using MutualInfo;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Multivariate;
using MutualInfo.Neighbours;

// One line for each estimate: its name, then the information and the three entropies in nats, or other quantities and the joint entropy. First the width of the vectors in use.
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

// Of these the information of x, and of y, given labels, and the correlations of the three.
(string Name, IMultivariateEstimator Estimator)[] several =
[
    ("counting three", Estimators.Binning()),
    ("kernel density three", Estimators.KernelDensity(0.1)),
    ("Renyi 1.01 three", Estimators.MatrixRenyi()),
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

        Samples<double> left = Samples.FromRows<double>(x, d), right = Samples.FromScalars<double>(y);
        Symbols labels = Symbols.FromLabels([.. Enumerable.Range(0, n).Select(i => i * 7 % 3)]);
        foreach ((string name, IMultivariateEstimator estimator) in several)
        {
            JointVariables all = estimator.Observe().Add("x", left).Add("y", right).Add("labels", labels);
            Print(
                $"{name} n={n} d={d}", all.ConditionalMutualInformation("x", "y", "labels").Value, all.TotalCorrelation().Value,
                all.DualTotalCorrelation().Value, all.Entropy("x", "y", "labels"));
        }

        if (n >= 5)
            PrintEstimate($"counting Ross n={n} d={d}", Estimators.Ross(2).Estimate(left, labels));

        foreach ((string name, IMutualInformationEstimator estimator) in estimators)
        {
            if (n * d < 4 || (n < 4 && name == "counting equal frequency") || (n < 3 * (d + 1) && name.Contains("Gaussian", StringComparison.Ordinal)))
                continue;
            PrintEstimate($"{name} n={n} d={d}", estimator.Estimate(left, right));
        }
    }
}

static void PrintEstimate(string name, MutualInformationEstimate estimate) =>
    Print(name, estimate.Value, estimate.EntropyX, estimate.EntropyY, estimate.JointEntropy);

static void Print(string name, Information first, Information second, Information third, Information joint) => Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{name}|{first.Nats:R}|{second.Nats:R}|{third.Nats:R}|{joint.Nats:R}"));
