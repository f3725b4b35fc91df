namespace MutualInfo.Internal.Verdicts;

/// <summary>
/// What the cells of a histogram say about it: cells seen once, few samples for each, and the bias of first order.
/// </summary>
internal static class CountingRules
{
    public static void Apply(EstimateFigures figures)
    {
        if (!figures.IsCounting)
            return;
        (VerdictSubject subject, string cells, double? singletons, int? count) = Cells(figures);
        if (singletons > VerdictThresholds.SingletonShare)
        {
            // A correction for what was not seen is made for this; it still extrapolates more than it has seen.
            figures.Add(
                VerdictReason.MostlySingletons, figures.IsUncorrected ? VerdictGravity.SaysNothing : VerdictGravity.Caution,
                subject, singletons.Value, VerdictThresholds.SingletonShare,
                $"{singletons:0.0%} of the samples are alone in their cell of {cells}, so that much of the probability lies in cells that were never seen",
                "Use fewer bins or symbols, or more samples.");
        }
        else if (!figures.SaysNothing && !figures.IsConstant && figures.SampleCount < VerdictThresholds.SamplesPerCell * count)
        {
            double samples = (double)figures.SampleCount / count!.Value;
            figures.Add(
                VerdictReason.FewSamplesPerCell, VerdictGravity.Caution, subject, samples, VerdictThresholds.SamplesPerCell,
                $"there are {samples:0.0} samples for each cell of {cells}, and below {VerdictThresholds.SamplesPerCell} the bias may exceed 0.05 nats",
                "Use fewer bins or symbols, or more samples; or a bias correction. Where the samples are all there are, the number is exact.");
        }

        Bias(figures);
    }

    /// <summary>
    /// Which histogram matters: the joint one, or, where a variable tells all samples apart by declaration, that of the other.
    /// </summary>
    private static (VerdictSubject Subject, string Cells, double? SingletonShare, int? Count) Cells(EstimateFigures figures) =>
        (figures.X.IsDistinct, figures.Y.IsDistinct) switch
        {
            (true, true) => (VerdictSubject.Joint, "the joint histogram", null, null),
            (true, false) => (VerdictSubject.Y, "the histogram of y", figures.Y.SingletonShare, figures.Y.AlphabetSize),
            (false, true) => (VerdictSubject.X, "the histogram of x", figures.X.SingletonShare, figures.X.AlphabetSize),
            _ => (VerdictSubject.Joint, "the joint histogram", figures.Estimate.Diagnostics.SingletonShare, figures.Estimate.Diagnostics.JointAlphabetSize),
        };

    /// <summary>
    /// Miller and Madow's bias of three entropies: (K_xy − K_x − K_y + 1)/2n nats, by which a plug-in value is too high.
    /// </summary>
    private static void Bias(EstimateFigures figures)
    {
        if (!figures.IsPlugIn || figures.SaysNothing || figures.IsConstant || figures.Estimate.Diagnostics.JointAlphabetSize is not { } cells
            || figures.X.AlphabetSize is not { } x || figures.Y.AlphabetSize is not { } y)
        {
            return;
        }

        Information bias = Information.FromNats((cells - x - y + 1.0) / (2.0 * figures.SampleCount));
        double share = Math.Abs(bias.Nats) / Math.Abs(figures.Estimate.Value.Nats);
        if (bias.Nats == 0 || !(share > VerdictThresholds.BiasShare))
            return;
        figures.Add(
            VerdictReason.FirstOrderBias, VerdictGravity.Caution, VerdictSubject.Value, share, VerdictThresholds.BiasShare,
            $"the first-order bias, {bias}, is {(share < 1000 ? FormattableString.Invariant($"{share:0.0%}") : "all")} of the value",
            bias.Nats > 0
                ? "Use more samples or a bias correction; at 100 % and more, independent variables would show as much."
                : "Use more samples or a bias correction; where the samples are all there are, the number is exact.");
    }
}
