using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

/// <summary>Small layers, and estimators of every kind, that the tests of the recorder share.</summary>
internal static class PlaneFixture
{
    public const int Count = 48;
    public const int Dimension = 3;

    public static Symbols Labels { get; } = Symbols.FromLabels([.. Enumerable.Range(0, Count).Select(i => i * 7 % 3)]);

    public static Symbols Repeated { get; } = Symbols.FromLabels([.. Enumerable.Range(0, Count).Select(i => i / 4)]);

    public static IMutualInformationEstimator[] AllFamilies { get; } =
    [
        Estimators.ExactDiscrete(),
        Estimators.Binning(5, -1, 1),
        Estimators.Binning(5) with { Entropy = new MillerMadow() },
        Estimators.AdaptiveBinning(4),
        Estimators.AdaptiveBinning(7),
        Estimators.KernelDensity(0.05),
        Estimators.KernelDensity(0.05, KernelDensityBound.Lower),
        Estimators.AdaptiveKernelDensity(),
        Estimators.MatrixRenyi(),
        Estimators.MatrixRenyi(3),
        Estimators.MatrixRenyi(2, new MedianBandwidth()) with { Scaling = FeatureScaling.ZScore },
        new UserWritten(Estimators.KernelDensity(0.1)),
    ];

    /// <summary>The activations of a layer at an epoch; the same for the same arguments.</summary>
    public static float[] Activations(int epoch, string layer)
    {
        Random random = new(1000 * epoch + layer.Sum(letter => letter));
        float[] values = new float[Count * Dimension];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(Math.Round(random.NextDouble() * 8 - 4) / 4 + 0.01 * random.NextDouble());
        return values;
    }

    public static Samples<float> Layer(int epoch, string layer) => Samples.FromRows<float>(Activations(epoch, layer), Dimension);

    public static InformationPlaneRecorder<float> Recorder(params IMutualInformationEstimator[] estimators) =>
        new(Symbols.Distinct(Count), Labels, estimators);

    public static InformationPlanePoint WithoutTime(InformationPlanePoint point) => point with
    {
        Elapsed = TimeSpan.Zero,
        Input = WithoutTime(point.Input),
        Target = WithoutTime(point.Target),
    };

    public static MutualInformationEstimate WithoutTime(MutualInformationEstimate estimate) =>
        estimate with { Diagnostics = estimate.Diagnostics with { Elapsed = TimeSpan.Zero } };

    /// <summary>A point that nothing has measured, for the writers.</summary>
    public static InformationPlanePoint Point(
        IMutualInformationEstimator estimator, int epoch, string layer, double input, double target, int n = 4096, double targetEntropy = 1) => new()
        {
            Epoch = epoch,
            Layer = layer,
            Estimator = estimator,
            Input = Estimate(estimator, input, Math.Log2(n), input, n),
            Target = Estimate(estimator, target, input, targetEntropy, n),
            Elapsed = TimeSpan.FromMilliseconds(1.5),
        };

    /// <summary>Runs an action in another culture, and comes back whatever happens.</summary>
    public static void InCulture(string culture, Action action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static MutualInformationEstimate Estimate(IMutualInformationEstimator estimator, double value, double x, double y, int n) => new()
    {
        Value = Information.FromBits(value),
        EntropyX = Information.FromBits(x),
        EntropyY = Information.FromBits(y),
        JointEntropy = Information.FromBits(x),
        SampleCount = n,
        Estimator = estimator,
        Diagnostics = new EstimateDiagnostics { Backend = "CPU", Elapsed = TimeSpan.Zero },
    };
}

/// <summary>An estimator as a user writes one: it has nothing but the public interface.</summary>
internal sealed record UserWritten(IMutualInformationEstimator Inner) : IMutualInformationEstimator
{
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) => Inner.Estimate(x, y, options);

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Inner.Estimate(x, y, options);

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Inner.Estimate(x, y, options);

    public override string ToString() => $"user-written {Inner}";
}

/// <summary>Exact rows that count their calls, and can do something at each.</summary>
internal sealed class CountingRows(Action? atEachCall = null) : IDiscretizer
{
    private int _calls;

    public int Calls => _calls;

    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Interlocked.Increment(ref _calls);
        atEachCall?.Invoke();
        return Symbols.FromRows(samples);
    }
}
