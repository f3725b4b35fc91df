using System.Diagnostics;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Hardware;
using MutualInfo.Internal;
using MutualInfo.Multivariate;
using MutualInfo.Multivariate.Primitives;
using MutualInfo.Significance.Primitives;

namespace MutualInfo.Discrete;

/// <summary>The counting family: samples become symbols, symbols a histogram, the histogram an entropy.</summary>
/// <remarks>
/// Estimates the Shannon information of the <em>binned</em> variables. With <see cref="PlugIn"/>: 0 ≤ I ≤ min(H(X), H(Y)), and
/// I(X;T) = H(T) where x is <see cref="Symbols.Distinct"/>. Symmetric, and the same to the last bit for any order of samples and any
/// names of symbols, and for any number of threads. Cost O(n·d), beside the discretizer's; see <c>docs/numerics.md</c>.
/// </remarks>
public sealed record DiscreteEstimator : IMultivariateEstimator, IJoiningEstimator, ISweepingEstimator
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
    public Estimand Estimand => Discretizer is ExactRows ? Estimand.Discrete : Estimand.Binned($"{Discretizer}");

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
    public JointVariables Observe(EstimationOptions? options = null) => new(this, options);

    /// <inheritdoc/>
    public override string ToString() => Entropy is PlugIn ? $"{Discretizer}" : $"{Discretizer}, {Entropy}";

    Representation IRepresentingEstimator.Represent(Symbols symbols, string paramName)
    {
        RequireEnough(symbols.Count, paramName);
        return new SymbolsRepresentation(symbols, paramName) { Form = symbols.Form };
    }

    Representation IRepresentingEstimator.Represent<T>(Samples<T> samples, string paramName, EstimationOptions options) =>
        ((IRepresentingEstimator)this).RepresentWith(samples, [null], paramName, options);

    Representation IRepresentingEstimator.RepresentWith<T>(
        Samples<T> samples, ReadOnlySpan<Symbols?> partners, string paramName, EstimationOptions options)
    {
        RequireEnough(samples.Count, paramName);
        try
        {
            return CountingRepresentation.Of(samples, this, LabelledRepresentation.LabelsAmong(partners), paramName, options);
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

    bool ISweepingEstimator.IsVariant(IMutualInformationEstimator other) =>
        other is DiscreteEstimator variant && Discretizer is ISweepingDiscretizer sweeping && sweeping.IsVariant(variant.Discretizer);

    Representation[] ISweepingEstimator.RepresentAll<T>(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Samples<T> samples,
        ReadOnlySpan<Symbols?> partners,
        string paramName,
        EstimationOptions options)
    {
        DiscreteEstimator[] all = [.. variants.Cast<DiscreteEstimator>()];
        foreach (DiscreteEstimator variant in all)
            variant.RequireEnough(samples.Count, paramName);
        try
        {
            return CountingRepresentation.OfAll(samples, all, LabelledRepresentation.LabelsAmong(partners), paramName, options);
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "samples")
        {
            throw refusal.WithParamName(paramName);
        }
    }

    void ISweepingEstimator.MeasureAllOnce(
        IReadOnlyList<IMutualInformationEstimator> variants, Representation[] variable, EstimationOptions options)
    {
        for (int i = 0; i < variable.Length; i++)
            ((DiscreteEstimator)variants[i]).EntropyOf(variable[i]);
    }

    MutualInformationEstimate[][] ISweepingEstimator.MeasureAll(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp)
    {
        MutualInformationEstimate[][] estimates = [.. pairs.Select(_ => new MutualInformationEstimate[variants.Count])];
        EachPart.Run(pairs.Count * variants.Count, options, part =>
        {
            (int pair, int variant) = Math.DivRem(part, variants.Count);
            (Representation x, Representation y) = pairs[pair].Of(variant);
            estimates[pair][variant] = ((DiscreteEstimator)variants[variant]).Measure((CountingRepresentation)x, (CountingRepresentation)y, options);
        });
        options.Progress?.Report(1);
        return EstimateTime.Share(estimates, startTimestamp);
    }

    JointEntropy[] IJoiningEstimator.MeasureJoints(
        IReadOnlyList<Representation> variables, IReadOnlyList<VariableSubset> subsets, EstimationOptions options) =>
        CountsRefusal.Named("variables", "a joint variable", () => new SymbolJoins(
            Entropy, [.. variables.Select(variable => ((SymbolsRepresentation)variable).Symbols)], options).Measure(subsets));

    Information IJoiningEstimator.OfPair(
        Representation x, Representation y, Information difference, Information jointEntropy, EstimationOptions options) =>
        ValueOf((CountingRepresentation)x, (CountingRepresentation)y, difference, jointEntropy, options);

    string IJoiningEstimator.BackendIn(EstimationOptions options) => "CPU";

    // Plug-in information is never negative, so a sum of entropies below 0 by no more than their rounding is 0. This is arithmetic, not
    // repair: a corrected estimate keeps its sign, and a plug-in one further below 0 would be a bug.
    Information IJoiningEstimator.WithoutRounding(Information value, Information jointEntropy, int entropies)
    {
        if (Entropy is not PlugIn || value.Nats >= 0)
            return value;
        double rounding = 8 * Math.Ceiling(entropies / 3.0) * CountsOfCounts.RelativeRounding * Math.Max(1, jointEntropy.Nats);
        Debug.Assert(value.Nats >= -rounding, "Plug-in mutual information is negative by more than rounding.");
        return value.Nats >= -rounding ? Information.Zero : value;
    }

    PermutedInformation? IRepresentingEstimator.Prepare(RepresentationPair pair, EstimationOptions options)
    {
        SymbolsRepresentation x = (SymbolsRepresentation)pair.X, y = (SymbolsRepresentation)pair.Y;
        Information marginal = EntropyOf(x) + EntropyOf(y);
        return new CountedAgain(y.Symbols, (permuted, how) =>
        {
            SymbolsRepresentation again = new(permuted, y.Name);
            Information joint = Joint(x, again, how).Entropy;
            return ValueOf(x, again, marginal - joint, joint, how).Nats;
        });
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
            Value = ValueOf(x, y, entropyX + entropyY - jointEntropy, jointEntropy, options),
            EntropyX = entropyX,
            EntropyY = entropyY,
            JointEntropy = jointEntropy,
            SampleCount = x.Count,
            Estimator = this,
            Diagnostics = new EstimateDiagnostics
            {
                Backend = "CPU",
                Elapsed = TimeSpan.Zero,
                FormX = x.Form,
                FormY = y.Form,
                AreSame = x.AlphabetSize == jointAlphabet && y.AlphabetSize == jointAlphabet,
                AlphabetSizeX = x.AlphabetSize,
                AlphabetSizeY = y.AlphabetSize,
                JointAlphabetSize = jointAlphabet,
                SingletonShare = (double)singletons / x.Count,
                SingletonShareX = x.SingletonShare,
                SingletonShareY = y.SingletonShare,
                ValuesOutsideRangeX = x.ValuesOutsideRange,
                ValuesOutsideRangeY = y.ValuesOutsideRange,
            },
        };
    }

    private Information EntropyOf(Representation variable) => variable.Entropy(() =>
    {
        CountingRepresentation counted = (CountingRepresentation)variable;
        return CountsRefusal.Named(counted.Name, counted.Name, () => counted.Estimate(Entropy));
    });

    private (Information Entropy, int AlphabetSize, int Singletons) Joint(
        CountingRepresentation x, CountingRepresentation y, EstimationOptions options)
    {
        string subject = $"the joint variable of {x.Name} and {y.Name}";
        if (Entropy is ICountingEntropy counting)
        {
            CountsOfCounts counts = x.PairsWith(y, options);
            return (CountsRefusal.Named(y.Name, subject, () => counting.Estimate(counts)), counts.AlphabetSize, counts.Singletons);
        }

        Symbols joint = Symbols.Join(x.Symbols!, y.Symbols!);
        options.CancellationToken.ThrowIfCancellationRequested();
        return (CountsRefusal.Named(y.Name, subject, () => Entropy.Estimate(joint.Histogram)), joint.AlphabetSize, joint.Histogram.Count(1));
    }

    private void RequireEnough(int count, string paramName)
    {
        if (count < Entropy.MinimumSampleCount)
            Throw.TooFewSamples(paramName, count, Entropy.MinimumSampleCount, $"the {Entropy} entropy");
    }

    /// <summary>
    /// Where three entropies nearly cancel, plug-in information is summed without them, which gives it all its digits and keeps it from being
    /// negative. A corrected estimate is a difference by definition, and keeps its sign.
    /// </summary>
    private Information ValueOf(
        CountingRepresentation x, CountingRepresentation y, Information difference, Information jointEntropy, EstimationOptions options) =>
        CountDependence.Matters(Entropy, difference, jointEntropy)
            ? Information.FromNats(x.PlugInNatsWith(y, options.CancellationToken))
            : difference;
}
