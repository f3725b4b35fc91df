using System.Numerics;

namespace MutualInfo.Tool.Variables;

/// <summary>A variable that an estimate is asked of: symbols, or samples of one of two precisions, known only once a file is read.</summary>
internal abstract class Variable
{
    /// <summary>Gets n.</summary>
    public abstract int Count { get; }

    /// <summary>Gets d; 1 for labels of one column and for <c>distinct</c>.</summary>
    public abstract int Dimension { get; }

    /// <summary>Asks an estimator for the information of two variables.</summary>
    public static MutualInformationEstimate Estimate(
        IMutualInformationEstimator estimator, Variable x, Variable y, EstimationOptions options) =>
        (x, y) switch
        {
            (SymbolVariable left, SymbolVariable right) => estimator.Estimate(left.Symbols, right.Symbols, options),
            (SymbolVariable left, SampleVariable<float> right) => estimator.Estimate(left.Symbols, right.AsSamples(), options),
            (SymbolVariable left, SampleVariable<double> right) => estimator.Estimate(left.Symbols, right.AsSamples(), options),
            (SampleVariable<float> left, SymbolVariable right) => estimator.Estimate(left.AsSamples(), right.Symbols, options),
            (SampleVariable<double> left, SymbolVariable right) => estimator.Estimate(left.AsSamples(), right.Symbols, options),
            (SampleVariable<float> left, SampleVariable<float> right) => estimator.Estimate(left.AsSamples(), right.AsSamples(), options),
            // Two precisions meet in the wider one, which holds both exactly.
            _ => estimator.Estimate(x.ConvertTo<double>().AsSamples(), y.ConvertTo<double>().AsSamples(), options),
        };

    /// <summary>The same numbers in another precision.</summary>
    /// <exception cref="InvalidOperationException">The variable is not samples.</exception>
    public virtual SampleVariable<T> ConvertTo<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        throw new InvalidOperationException("Symbols have no numbers.");
}
