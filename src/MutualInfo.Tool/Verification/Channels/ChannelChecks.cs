using MutualInfo.Discrete;
using MutualInfo.Kernels;

namespace MutualInfo.Tool.Verification.Channels;

/// <summary>Every estimator on every channel. All of them are exact there: letters one apart are bins, and similarities of 0 or 1.</summary>
internal static class ChannelChecks
{
    private const string Group = "discrete channels";

    public static IEnumerable<Check> All(VerificationContext context)
    {
        foreach (Channel channel in DiscreteChannels.All)
        {
            yield return new Check(
                Group, channel.Name, "exact discrete", channel.Truth, Band.Exactly(channel.Truth),
                () => OnLetters(context, Estimators.ExactDiscrete(), channel));
        }

        yield return Worst("exact rows", (_, channel) => OnNumbers(context, Estimators.ExactDiscrete(), channel));
        yield return Worst("equal-width bins, given range", (_, channel) => OnNumbers(context, Estimators.Binning(32, -0.5, 31.5), channel));
        yield return Worst("equal-width bins, measured range", (_, channel) =>
            OnNumbers(context, Estimators.Binning(64, BinRange.PerNeuron), channel));
        yield return Worst("bins of fixed width", (_, channel) => OnNumbers(context, new DiscreteEstimator(new FixedWidthBins(1)), channel));
        yield return Worst("equal-frequency bins, one a sample", (n, channel) =>
            OnNumbers(context, new DiscreteEstimator(new EqualFrequencyBins(n)), channel));
        yield return Worst("EBAB, 30 bins", (_, channel) => OnNumbers(context, Estimators.AdaptiveBinning(30), channel));
        yield return Worst("5-bit levels", (_, channel) =>
            OnNumbers(context, new DiscreteEstimator(new QuantizedLevels(5, BinRange.Given(0, 32))), channel));
        yield return Worst("Shwartz-Ziv-Tishby edges", (_, channel) =>
            OnNumbers(context, new DiscreteEstimator(new ShwartzZivTishbyBins(33, 0, 32)), channel));
        yield return Worst("KDE on symbols", (_, channel) => OnLetters(context, Estimators.KernelDensity(), channel));
        yield return Worst("KDE, narrow", (_, channel) => OnNumbers(context, Estimators.KernelDensity(1e-4), channel));
        yield return Worst("KDE lower bound, narrow", (_, channel) =>
            OnNumbers(context, Estimators.KernelDensity(1e-4, KernelDensityBound.Lower), channel));
        yield return Worst("aKDE, narrow", (_, channel) => OnNumbers(context, Estimators.AdaptiveKernelDensity(1e-5), channel));
        yield return Worst("matrix Rényi α = 1 on symbols", (_, channel) => OnLetters(context, Estimators.MatrixRenyi(1), channel));
        yield return Worst("matrix Rényi α = 1, narrow", (_, channel) =>
            OnNumbers(context, Estimators.MatrixRenyi(1, new FixedBandwidth(0.01)), channel));
        yield return MillerMadow(context);
    }

    /// <summary>One check for all channels: the largest error in nats, which should be 0.</summary>
    private static Check Worst(string estimator, Func<int, Channel, double> estimate) => new(
        Group,
        $"largest error, {DiscreteChannels.All.Count} channels",
        estimator,
        0,
        Band.Exactly(0),
        () => DiscreteChannels.All.Max(channel => Math.Abs(estimate(channel.Counts.Cast<int>().Sum(), channel) - channel.Truth)));

    // Plug-in plus (K − 1)/2n for each of three entropies; the counts are exact, so the correction is all there is to add.
    private static Check MillerMadow(VerificationContext context)
    {
        DiscreteEstimator estimator = Estimators.ExactDiscrete() with { Entropy = new MillerMadow() };
        return Worst("Miller-Madow, less its correction", (n, channel) =>
        {
            (int x, int y, int pairs) = channel.Alphabets();
            return OnLetters(context, estimator, channel) - (x + y - pairs - 1) / (2.0 * n);
        });
    }

    private static double OnLetters(VerificationContext context, IMutualInformationEstimator estimator, Channel channel)
    {
        (int[] x, int[] y) = channel.Observe();
        return context.Subject(estimator).Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y), context.Options).Value.Nats;
    }

    private static double OnNumbers(VerificationContext context, IMutualInformationEstimator estimator, Channel channel)
    {
        (int[] x, int[] y) = channel.Observe();
        double[] left = Array.ConvertAll(x, letter => (double)letter);
        double[] right = Array.ConvertAll(y, letter => (double)letter);
        return context.Subject(estimator)
            .Estimate(Samples.FromScalars<double>(left), Samples.FromScalars<double>(right), context.Options).Value.Nats;
    }
}
