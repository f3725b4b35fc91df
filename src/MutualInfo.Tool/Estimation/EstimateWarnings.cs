using System.Globalization;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Estimation;

/// <summary>What a reader of the number must know before believing it, in words.</summary>
internal static class EstimateWarnings
{
    /// <summary>
    /// From this share of its ceiling ln n on, an entropy is reported as saturated. Whatever the data are, n samples that all look
    /// different give exactly ln n; within 5 % of it, the estimate tells the number of samples rather than the variable.
    /// </summary>
    public const double SaturationThreshold = 0.95;

    /// <summary>The share of singleton cells above which most of a histogram is cells that were seen just once.</summary>
    public const double SingletonThreshold = 0.5;

    public static IEnumerable<string> Of(EstimatorSpec spec, MutualInformationEstimate estimate, Variable x, Variable y)
    {
        // A variable that is 'distinct' is saturated because the user says so; all samples being different is then the truth.
        bool isGiven = IsDistinct(x) || IsDistinct(y);
        EstimateDiagnostics seen = estimate.Diagnostics;
        return ((string?[])
        [
            Saturation("x", x, estimate.EntropyX, estimate.SaturationX, estimate.SampleCount),
            Saturation("y", y, estimate.EntropyY, estimate.SaturationY, estimate.SampleCount),
            OutsideRange("x", x, seen.ValuesOutsideRangeX),
            OutsideRange("y", y, seen.ValuesOutsideRangeY),
            isGiven ? null : Singletons(seen.SingletonShare),
            Constant("x", estimate.EntropyX),
            Constant("y", estimate.EntropyY),
            Negative(spec, estimate.Value),
            Unused("x", x, spec.SigmaX, spec),
            Unused("y", y, spec.SigmaY, spec),
        ]).OfType<string>();
    }

    private static string? Saturation(string name, Variable variable, Information entropy, double saturation, long n) =>
        IsDistinct(variable) || !(saturation >= SaturationThreshold) ? null : Text(
            $"{name} is saturated: H({Capital(name)}) = {entropy.Bits:0.###} bits is {saturation:0.0%} of log2 n = {Math.Log2(n):0.###} bits, the value of samples that all look different (reported from {SaturationThreshold:0%} on). The estimate then tells n rather than the variable. Use coarser bins or a wider bandwidth, or more samples.");

    private static string? OutsideRange(string name, Variable variable, long values) =>
        values == 0 ? null : Text(
            $"{values} of the {(long)variable.Count * variable.Dimension} values of {name} lie outside the range and were counted in its outermost bins. Widen the range, or measure it with range=layer.");

    private static string? Singletons(double? share) =>
        !(share > SingletonThreshold) ? null : Text(
            $"{share:0.0%} of the samples are alone in their cell of the joint histogram (reported above {SingletonThreshold:0%}): too few samples for so many cells, which inflates the estimate. Use fewer bins, or more samples.");

    private static string? Constant(string name, Information entropy) =>
        entropy.Nats != 0 ? null : Text($"{name} is constant to this estimator, H({Capital(name)}) = 0: nothing can be learned about it or from it.");

    private static string? Negative(EstimatorSpec spec, Information value)
    {
        if (!(value.Nats < 0))
            return null;
        string reason = spec.Estimator switch
        {
            MatrixRenyiEstimator => "Matrix-based Renyi information is not Shannon's and can be below 0; it is a difference of three entropies that bound each other only for the Shannon case.",
            KernelDensityEstimator => "Kernel density takes the difference of bounds on entropies, so it can be below 0.",
            DiscreteEstimator { Entropy: not PlugIn } => "A bias correction overshoots where the true information is small; read it as none.",
            _ => "Read it as none.",
        };
        return Text($"the estimate is negative, {value.Bits:0.######} bits, and is not clamped. {reason}");
    }

    private static string? Unused(string name, Variable variable, double? sigma, EstimatorSpec spec) =>
        sigma is null || variable is not SymbolVariable symbols || (spec.LabelsAreGaussian && !symbols.IsDistinct)
            ? null
            : Text($"sigma-{name} is not used: {name} is {(symbols.IsDistinct ? "distinct" : "labels")}, compared by equality.");

    private static bool IsDistinct(Variable variable) => variable is SymbolVariable { IsDistinct: true };

    private static string Capital(string name) => name == "x" ? "X" : "Y";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
