using MutualInfo.Discrete;
using MutualInfo.Files;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Counting;

/// <summary>Bins that are the same for every part of the data: those of a SPEC, or laid by a file of samples.</summary>
internal static class KnownBins
{
    /// <summary>The bins that a SPEC names.</summary>
    /// <exception cref="UsageException">The SPEC names no bins, or bins that the data lay and no file to lay them by.</exception>
    public static IDiscretizer Of(EstimatorSpec spec, VariableSource? fit, EstimationOptions options)
    {
        if (spec.Estimator is not DiscreteEstimator { Discretizer: var discretizer, Entropy: var entropy })
            throw new UsageException($"--bins {spec}: only what counts symbols can be counted: exact, binning, fixed-width, szt, equal-frequency, adaptive and quantized.");
        if (entropy is not PlugIn)
            throw new UsageException($"--bins {spec}: counts have no entropy yet; give --entropy to merge.");
        bool areKnown = discretizer is not (EqualFrequencyBins or EntropyBasedAdaptiveBins
            or EqualWidthBins { Range.IsGiven: false } or QuantizedLevels { Range.IsGiven: false });
        if (areKnown && fit is not null)
            throw new UsageException($"--bins {spec}: these bins are known already; --fit is for bins that the data lay.");
        if (areKnown)
            return discretizer;
        if (fit is null)
            throw new UsageException($"--bins {spec}: these bins are laid by the data, and each part would lay others. Give --fit FILE, the same on every machine{Alternative(discretizer)}.");
        if (discretizer is EqualWidthBins { Range.Scope: BinScope.PerNeuron })
            throw new UsageException($"--bins {spec}: a range for each neuron cannot be fitted; use range=layer or range=LOW..HIGH.");
        if (fit.IsDistinct)
            throw new UsageException("--fit is 'distinct'; a file of samples is expected.");
        return VariableReader.ToVariable(DataFile.Read(fit.Text), VariableRole.ByType) switch
        {
            SampleVariable<float> samples => Fitted(discretizer, samples.AsSamples(), fit, options),
            SampleVariable<double> samples => Fitted(discretizer, samples.AsSamples(), fit, options),
            _ => throw new InvalidDataException($"{fit.Text} holds labels; bins are laid by samples."),
        };
    }

    private static IDiscretizer Fitted<T>(
        IDiscretizer discretizer, Samples<T> samples, VariableSource fit, EstimationOptions options)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        try
        {
            return discretizer switch
            {
                EqualFrequencyBins bins => bins.Fit(samples, options),
                EntropyBasedAdaptiveBins bins => bins.Fit(samples, options),
                EqualWidthBins bins => bins with { Range = BinRange.Of(samples) },
                _ => ((QuantizedLevels)discretizer) with { Range = BinRange.Of(samples) },
            };
        }
        catch (ArgumentException refusal)
        {
            throw new InvalidDataException($"{fit.Text}: {Message.Of(refusal)}", refusal);
        }
    }

    private static string Alternative(IDiscretizer discretizer) => discretizer is EqualWidthBins ? ", or range=LOW..HIGH" : "";
}
