using System.Numerics;

using MutualInfo.Multivariate;

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
        Measure(new EstimateMeasure(estimator, options), x, y);

    /// <summary>Measures two variables by the call that fits their types.</summary>
    public static TResult Measure<TResult>(IPairMeasure<TResult> measure, Variable x, Variable y) =>
        (x, y) switch
        {
            (SymbolVariable left, SymbolVariable right) => measure.Of(left.Symbols, right.Symbols),
            (SymbolVariable left, SampleVariable<float> right) => measure.Of(left.Symbols, right.AsSamples()),
            (SymbolVariable left, SampleVariable<double> right) => measure.Of(left.Symbols, right.AsSamples()),
            (SampleVariable<float> left, SymbolVariable right) => measure.Of(left.AsSamples(), right.Symbols),
            (SampleVariable<double> left, SymbolVariable right) => measure.Of(left.AsSamples(), right.Symbols),
            (SampleVariable<float> left, SampleVariable<float> right) => measure.Of(left.AsSamples(), right.AsSamples()),
            // Two precisions meet in the wider one, which holds both exactly.
            _ => measure.Of(x.ConvertTo<double>().AsSamples(), y.ConvertTo<double>().AsSamples()),
        };

    /// <summary>Adds the variable to others that are measured together.</summary>
    public abstract JointVariables AddTo(JointVariables others, string name);

    /// <summary>The same numbers in another precision.</summary>
    /// <exception cref="InvalidOperationException">The variable is not samples.</exception>
    public virtual SampleVariable<T> ConvertTo<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        throw new InvalidOperationException("Symbols have no numbers.");

    private sealed record EstimateMeasure(IMutualInformationEstimator Estimator, EstimationOptions Options) : IPairMeasure<MutualInformationEstimate>
    {
        public MutualInformationEstimate Of(Symbols x, Symbols y) => Estimator.Estimate(x, y, Options);

        public MutualInformationEstimate Of<T>(Samples<T> x, Symbols y) where T : unmanaged, IFloatingPointIeee754<T> => Estimator.Estimate(x, y, Options);

        public MutualInformationEstimate Of<T>(Symbols x, Samples<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Estimator.Estimate(x, y, Options);

        public MutualInformationEstimate Of<T>(Samples<T> x, Samples<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Estimator.Estimate(x, y, Options);
    }
}
