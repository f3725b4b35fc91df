using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Specifications;

/// <summary>Measures two variables as a SPEC says, including what the library's estimators leave to their caller.</summary>
internal static class SpecEstimation
{
    public static MutualInformationEstimate Estimate(EstimatorSpec spec, Variable x, Variable y, EstimationOptions options)
    {
        Variable left = Prepared(spec, x, spec.SigmaX);
        Variable right = Prepared(spec, y, spec.SigmaY);
        MutualInformationEstimate estimate = Variable.Estimate(spec.Estimator, left, right, options);
        return spec.SigmaX is null
            ? estimate
            : estimate with { Diagnostics = WithBandwidths(spec, estimate.Diagnostics, left, right) };
    }

    /// <summary>The variable as the estimator will see it: labels one-hot where the SPEC asks for it, samples divided by their own σ.</summary>
    /// <remarks><c>distinct</c> stays what it is: it says that no two inputs are alike, which is the delta similarity already.</remarks>
    public static Variable Prepared(EstimatorSpec spec, Variable variable, double? sigma)
    {
        if (variable is SymbolVariable { IsDistinct: false } labels && spec.LabelsAreGaussian)
            variable = labels.ToOneHot();
        return (variable, sigma) switch
        {
            (SampleVariable<float> samples, { } own) => samples.DividedBy(own),
            (SampleVariable<double> samples, { } own) => samples.DividedBy(own),
            _ => variable,
        };
    }

    // The library saw bandwidth 1; who asked for two wants to read those.
    private static EstimateDiagnostics WithBandwidths(EstimatorSpec spec, EstimateDiagnostics seen, Variable x, Variable y) => seen with
    {
        BandwidthX = x is SymbolVariable ? null : spec.SigmaX,
        BandwidthY = y is SymbolVariable ? null : spec.SigmaY,
    };
}
