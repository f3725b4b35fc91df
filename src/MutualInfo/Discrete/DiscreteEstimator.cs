using System.Diagnostics;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>The counting family: samples become symbols, symbols a histogram, the histogram an entropy.</summary>
/// <remarks>
/// Estimates the Shannon information of the <em>binned</em> variables. With <see cref="PlugIn"/>: 0 ≤ I ≤ min(H(X), H(Y)), and
/// I(X;T) = H(T) where x is <see cref="Symbols.Distinct"/>. Symmetric, and the same to the last bit for any order of samples and any
/// names of symbols, and for any number of threads. Cost O(n·d), beside the discretizer's; see <c>docs/numerics.md</c>.
/// </remarks>
public sealed record DiscreteEstimator : IMutualInformationEstimator, IRepresentingEstimator
{
    /// <summary>Makes an estimator.</summary>
    /// <param name="discretizer">How samples become symbols. Variables that are symbols already are taken as they are.</param>
    public DiscreteEstimator(IDiscretizer discretizer) => Discretizer = Throw.UnlessGiven(discretizer, nameof(discretizer));

    /// <summary>Gets how samples become symbols.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IDiscretizer Discretizer { get; init => field = Throw.UnlessGiven(value, "discretizer"); }

    /// <summary>Gets how a histogram becomes an entropy. <value>The default is <see cref="PlugIn"/>.</value></summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IEntropyEstimator Entropy { get; init => field = Throw.UnlessGiven(value, "entropy"); } = new PlugIn();

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RepresentingEstimator.Estimate(this, x, y, options);

    /// <inheritdoc/>
    public override string ToString() => Entropy is PlugIn ? $"{Discretizer}" : $"{Discretizer}, {Entropy}";

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName)
    {
        RequireEnough(symbols.Count, paramName);
        return new SymbolsRepresentation(symbols);
    }

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options)
    {
        RequireEnough(samples.Count, paramName);
        try
        {
            if (Discretizer is IInterruptibleDiscretizer interruptible)
                return new SymbolsRepresentation(interruptible.Encode(samples, options));
            // The discretizer decides about infinities; NaN has no bin anywhere, and here its variable can still be named.
            Guard.NotNaN(samples, paramName);
            return new SymbolsRepresentation(Discretizer.Encode(samples));
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "samples")
        {
            throw refusal.WithParamName(paramName);
        }
    }

    Representation IRepresentingEstimator.RepresentWith<T>(
        Samples<T> samples, ReadOnlySpan<Symbols?> partners, string paramName, EstimationOptions options)
    {
        Symbols? labels = LabelledRepresentation.LabelsAmong(partners);
        if (labels is null || Entropy is not ICountingEntropy || Discretizer is not IInterruptibleDiscretizer interruptible)
            return ((IRepresentingEstimator)this).Represent(samples, paramName, options);
        RequireEnough(samples.Count, paramName);
        try
        {
            return new LabelledRepresentation(interruptible.Count(samples, new LabelledRows(labels), options));
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "samples")
        {
            throw refusal.WithParamName(paramName);
        }
    }

    void IRepresentingEstimator.MeasureOnce(Representation variable, EstimationOptions options) => EntropyOf(variable);

    MutualInformationEstimate[] IRepresentingEstimator.Measure(
        IReadOnlyList<RepresentationPair> pairs, EstimationOptions options, long startTimestamp)
    {
        MutualInformationEstimate[] estimates = new MutualInformationEstimate[pairs.Count];
        EachPart.Run(
            pairs.Count,
            options,
            pair => estimates[pair] = Measure((CountingRepresentation)pairs[pair].X, (CountingRepresentation)pairs[pair].Y, options));
        options.Progress?.Report(1);
        return EstimateTime.Share(estimates, startTimestamp);
    }

    private MutualInformationEstimate Measure(CountingRepresentation x, CountingRepresentation y, EstimationOptions options)
    {
        Information entropyX = EntropyOf(x);
        Information entropyY = EntropyOf(y);
        options.CancellationToken.ThrowIfCancellationRequested();
        (Information jointEntropy, int jointAlphabet, int singletons) = Joint(x, y, options);
        options.CancellationToken.ThrowIfCancellationRequested();

        return new MutualInformationEstimate
        {
            Value = WithoutRounding(entropyX + entropyY - jointEntropy, jointEntropy),
            EntropyX = entropyX,
            EntropyY = entropyY,
            JointEntropy = jointEntropy,
            SampleCount = x.Count,
            Estimator = this,
            Diagnostics = new EstimateDiagnostics
            {
                Backend = "CPU",
                Elapsed = TimeSpan.Zero,
                AlphabetSizeX = x.AlphabetSize,
                AlphabetSizeY = y.AlphabetSize,
                JointAlphabetSize = jointAlphabet,
                SingletonShare = (double)singletons / x.Count,
                ValuesOutsideRangeX = x.ValuesOutsideRange,
                ValuesOutsideRangeY = y.ValuesOutsideRange,
            },
        };
    }

    private Information EntropyOf(Representation variable) =>
        variable.Entropy(() => ((CountingRepresentation)variable).Estimate(Entropy));

    private (Information Entropy, int AlphabetSize, int Singletons) Joint(
        CountingRepresentation x, CountingRepresentation y, EstimationOptions options)
    {
        if (Entropy is ICountingEntropy counting)
        {
            CountsOfCounts counts = PairsOf(x, y, options);
            return (counting.Estimate(counts), counts.AlphabetSize, counts.Singletons);
        }

        Symbols joint = Symbols.Join(x.Symbols!, y.Symbols!);
        options.CancellationToken.ThrowIfCancellationRequested();
        return (Entropy.Estimate(joint.Histogram), joint.AlphabetSize, joint.Histogram.Count(1));
    }

    private static CountsOfCounts PairsOf(CountingRepresentation x, CountingRepresentation y, EstimationOptions options) => (x, y) switch
    {
        (LabelledRepresentation labelled, { Symbols: { } labels }) => labelled.PairsWith(labels),
        ({ Symbols: { } labels }, LabelledRepresentation labelled) => labelled.PairsWith(labels),
        _ => JointCounts.Of(x.Symbols!, y.Symbols!, options),
    };

    private void RequireEnough(int count, string paramName)
    {
        if (count < Entropy.MinimumSampleCount)
            Throw.TooFewSamples(paramName, count, Entropy.MinimumSampleCount, $"the {Entropy} entropy");
    }

    /// <summary>
    /// Plug-in information is never negative, so a difference of three entropies below 0 by no more than their rounding is 0. This is
    /// arithmetic, not repair: a corrected estimate keeps its sign, and a plug-in one further below 0 would be a bug.
    /// </summary>
    private Information WithoutRounding(Information value, Information jointEntropy)
    {
        if (Entropy is not PlugIn || value.Nats >= 0)
            return value;
        double rounding = 8 * CountsOfCounts.RelativeRounding * Math.Max(1, jointEntropy.Nats);
        Debug.Assert(value.Nats >= -rounding, "Plug-in mutual information is negative by more than rounding.");
        return value.Nats >= -rounding ? Information.Zero : value;
    }
}
