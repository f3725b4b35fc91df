using MutualInfo.Discrete;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>
/// Truths of continuous distributions. Estimators of this library answer their own question, so near agreement is asked only where the
/// literature finds it, in 1 + 1 dimensions; from 25 dimensions on they must say that they are saturated.
/// </summary>
public class ContinuousTruthTests
{
    private const int Count = 10_000;

    // 10 % or 0.05 nats is what ten bins lose by their width; spread between seeds at n = 10,000 adds 0.01 nats.
    private const double BinsTolerance = 0.06;

    // Resubstitution and smoothing bias the other way each; n = 3,000 spreads by 0.02 nats.
    private const double KernelTolerance = 0.06;

    public static TheoryData<string, double> GaussianFamily()
    {
        TheoryData<string, double> data = [];
        foreach (string map in (string[])["none", "normal CDF", "half-cube", "asinh", "wiggly"])
        {
            foreach (double correlation in (double[])[0.3, 0.6, 0.75])
                data.Add(map, correlation);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(GaussianFamily))]
    public void EqualFrequencyBins_MappedGaussianInOneDimension_AreNearTheTruth(string map, double correlation)
    {
        (double[] x, double[] y) = Gaussian(Count, correlation, map);
        DiscreteEstimator estimator = new(new EqualFrequencyBins(10));

        double nats = estimator.Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).Value.Nats;

        Assert.Equal(Truth(correlation), nats, BinsTolerance);
    }

    [Theory]
    [MemberData(nameof(GaussianFamily))]
    public void KernelDensity_MappedGaussianInOneDimension_IsNearTheTruth(string map, double correlation)
    {
        const int KernelCount = 3000;
        (double[] x, double[] y) = Gaussian(KernelCount, correlation, map);
        // Scott's width for the joint dimension, 2, on standardised samples.
        KernelDensityEstimator estimator = new(new FixedBandwidth(Math.Pow(KernelCount, -1.0 / 6))) { Scaling = FeatureScaling.ZScore };

        double nats = estimator.Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).Value.Nats;

        Assert.Equal(Truth(correlation), nats, KernelTolerance);
    }

    [Theory]
    [InlineData("dense", 25, "none")]
    [InlineData("dense", 50, "none")]
    [InlineData("sparse", 25, "none")]
    [InlineData("sparse", 25, "normal CDF")]
    [InlineData("sparse", 25, "half-cube")]
    [InlineData("sparse", 25, "spiral")]
    [InlineData("sparse", 25, "spiral of normal CDF")]
    public void Saturation_FromTwentyFiveDimensions_IsNearOne(string shape, int dimension, string map)
    {
        const int TaskCount = 800;
        (double[] x, double[] y) = HighDimensional(TaskCount, shape, dimension, map);
        double joint = Math.Pow(TaskCount, -1.0 / (4 + 2 * dimension));
        IMutualInformationEstimator[] estimators =
        [
            new DiscreteEstimator(new EqualWidthBins(10, BinRange.PerNeuron)),
            new DiscreteEstimator(new EqualFrequencyBins(10, BinScope.PerNeuron)),
            new KernelDensityEstimator(new FixedBandwidth(joint)) { Scaling = FeatureScaling.ZScore },
        ];

        foreach (IMutualInformationEstimator estimator in estimators)
        {
            MutualInformationEstimate estimate = estimator.Estimate(Samples.FromRows<double>(x, dimension), Samples.FromRows<double>(y, dimension));
            // The truth is 1 to 2 nats; a saturated estimate is near ln n = 6.7 whatever the truth is.
            Assert.True(estimate.SaturationX > 0.95 && estimate.SaturationY > 0.95, $"{estimate}");
            Assert.True(estimate.Value.Nats > 0.9 * Math.Log(TaskCount), $"{estimate}");
        }
    }

    [Theory]
    [InlineData("dense", "none")]
    [InlineData("sparse", "none")]
    [InlineData("sparse", "normal CDF")]
    [InlineData("sparse", "spiral")]
    [InlineData("sparse", "spiral of normal CDF")]
    public void SingletonShare_InFiveDimensions_IsMostOfTheSamples(string shape, string map)
    {
        (double[] x, double[] y) = HighDimensional(Count, shape, 5, map);
        DiscreteEstimator estimator = new(new EqualFrequencyBins(10, BinScope.PerNeuron));

        MutualInformationEstimate estimate = estimator.Estimate(Samples.FromRows<double>(x, 5), Samples.FromRows<double>(y, 5));

        Assert.InRange(estimate.Diagnostics.SingletonShare!.Value, 0.5, 1);
    }

    private static double Truth(double correlation) => -0.5 * Math.Log(1 - correlation * correlation);

    private static (double[] X, double[] Y) Gaussian(int count, double correlation, string map)
    {
        Random random = new(20_211);
        double[] x = Seeded.Normal(random, count);
        double[] noise = Seeded.Normal(random, count);
        double[] y = [.. x.Zip(noise, (value, error) => correlation * value + Math.Sqrt(1 - correlation * correlation) * error)];
        return map == "wiggly"
            ? (Array.ConvertAll(x, WigglyX), Array.ConvertAll(y, WigglyY))
            : (Array.ConvertAll(x, value => Mapped(value, map)), Array.ConvertAll(y, value => Mapped(value, map)));
    }

    private static double WigglyX(double v) => v + 0.4 * Math.Sin(v) + 0.2 * Math.Sin(1.7 * v + 1) + 0.03 * Math.Sin(3.3 * v - 2.5);

    private static double WigglyY(double v) => v - 0.4 * Math.Sin(0.4 * v) + 0.17 * Math.Sin(1.3 * v + 3.5) + 0.02 * Math.Sin(4.3 * v - 2.5);

    private static double Mapped(double value, string map) => map switch
    {
        "normal CDF" or "spiral of normal CDF" => MathNet.Numerics.Distributions.Normal.CDF(0, 1, value),
        "half-cube" => value * Math.Sqrt(Math.Abs(value)),
        "asinh" => Math.Asinh(value),
        _ => value,
    };

    private static (double[] X, double[] Y) HighDimensional(int count, string shape, int dimension, string map)
    {
        Random random = new(20_212);
        double[] x = new double[count * dimension];
        double[] y = new double[count * dimension];
        for (int row = 0; row < count; row++)
        {
            double[] normals = Seeded.Normal(random, 2 * dimension + 1);
            for (int k = 0; k < dimension; k++)
            {
                double first = normals[k];
                double second = normals[dimension + k];
                if (shape == "dense")
                {
                    // One common part gives every pair of coordinates the correlation ½.
                    (first, second) = (Math.Sqrt(0.5) * (first + normals[^1]), Math.Sqrt(0.5) * (second + normals[^1]));
                }
                else if (k < 2)
                {
                    // Two pairs with the correlation 0.8; the other coordinates are independent.
                    second = 0.8 * first + 0.6 * second;
                }

                x[row * dimension + k] = Mapped(first, map);
                y[row * dimension + k] = Mapped(second, map);
            }

            if (map.StartsWith("spiral", StringComparison.Ordinal))
            {
                Spiral(x.AsSpan(row * dimension, dimension), 0);
                Spiral(y.AsSpan(row * dimension, dimension), 1);
            }
        }

        return (x, y);
    }

    /// <summary>Turns one plane by an angle that grows with the distance from the origin.</summary>
    private static void Spiral(Span<double> row, int axis)
    {
        double squared = 0;
        foreach (double value in row)
            squared += value * value;
        (double sine, double cosine) = Math.SinCos(squared / row.Length);
        (row[axis], row[axis + 1]) = (cosine * row[axis] - sine * row[axis + 1], sine * row[axis] + cosine * row[axis + 1]);
    }
}
