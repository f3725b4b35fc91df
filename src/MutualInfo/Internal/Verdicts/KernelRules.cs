using MutualInfo.Kernels;

namespace MutualInfo.Internal.Verdicts;

/// <summary>What a Gram matrix says about its bandwidth, and how many samples there are for each kernel's reach.</summary>
internal static class KernelRules
{
    public static void Apply(EstimateFigures figures)
    {
        if (!figures.IsKernel)
            return;
        Bandwidth(figures, figures.X);
        Bandwidth(figures, figures.Y);
        if (!figures.SaysNothing)
            Reach(figures);
        Repetitions(figures, figures.X);
        Repetitions(figures, figures.Y);
    }

    private static void Bandwidth(EstimateFigures figures, VariableFigures variable)
    {
        if (variable.IsSymbols || variable.MeanSimilarity is not { } similarity || variable.Entropy.Nats == 0 || figures.SampleCount < 2)
            return;
        // Clusters of two weigh 1 exactly, and rounding must not decide there.
        double weight = Weight(figures, variable, similarity);
        if (weight < VerdictThresholds.WeightOfOthers * (1 - VerdictThresholds.Rounding))
        {
            figures.Add(
                VerdictReason.BandwidthCollapsed, VerdictGravity.SaysNothing, variable.Subject, weight, VerdictThresholds.WeightOfOthers,
                $"the bandwidth of {variable.Name} has collapsed: to a sample all others together weigh {weight:0.###}, less than itself, so the Gram matrix is nearly the identity",
                "Use a wider bandwidth.");
        }
        else if (similarity > VerdictThresholds.FlatSimilarity)
        {
            figures.Add(
                VerdictReason.BandwidthFlat, VerdictGravity.Caution, variable.Subject, similarity, VerdictThresholds.FlatSimilarity,
                $"{variable.Name} is flat: two samples have the similarity {similarity:0.0000} on average, so the Gram matrix is nearly all ones and {variable.EntropyName} is little more than the variance over σ²",
                $"Use a narrower bandwidth, unless {variable.Name} is as good as constant and is to count as that.");
        }
    }

    /// <summary>
    /// What all others weigh to a sample. A spectrum tells squares alone, n·Σλ² − 1; the orders 3 and 4 tell as much by their entropy,
    /// n·e^(−S) − 1, which is the same number at order 2.
    /// </summary>
    private static double Weight(EstimateFigures figures, VariableFigures variable, double similarity) => figures.Estimate.Estimator switch
    {
        MatrixRenyiEstimator { Order: 3 or 4 } => variable.SamplesPerSymbol - 1,
        MatrixRenyiEstimator => (figures.SampleCount - 1) * similarity * similarity,
        _ => (figures.SampleCount - 1) * similarity,
    };

    /// <summary>n·e^(−H) of the pair, or, where a variable tells all samples apart by declaration, of the other.</summary>
    private static void Reach(EstimateFigures figures)
    {
        if (figures.X.IsDistinct && figures.Y.IsDistinct)
            return;
        (VerdictSubject subject, string what, double samples) = (figures.X.IsDistinct, figures.Y.IsDistinct) switch
        {
            (true, _) => (VerdictSubject.Y, "y", figures.Y.SamplesPerSymbol),
            (_, true) => (VerdictSubject.X, "x", figures.X.SamplesPerSymbol),
            _ => (VerdictSubject.Joint, "the pair", figures.SampleCount * Math.Exp(-figures.Estimate.JointEntropy.Nats)),
        };
        if (!(samples < VerdictThresholds.SamplesPerKernel))
            return;
        if (figures.Kind == EstimandKind.MatrixRenyi)
        {
            figures.Add(
                VerdictReason.EffectiveRank, VerdictGravity.Caution, subject, figures.SampleCount / samples, figures.SampleCount / VerdictThresholds.SamplesPerKernel,
                $"the effective rank of {what} is {figures.SampleCount / samples:0.#} of n = {figures.SampleCount}, and above one in {VerdictThresholds.SamplesPerKernel} it changes with n",
                "Use a wider bandwidth or more samples, and compare only estimates of one n.");
        }
        else
        {
            figures.Add(
                VerdictReason.FewSamplesPerCell, VerdictGravity.Caution, subject, samples, VerdictThresholds.SamplesPerKernel,
                $"there are {samples:0.0} samples within the reach of each kernel of {what}, and below {VerdictThresholds.SamplesPerKernel} the bias may exceed 0.05 nats",
                "Use a wider bandwidth, or more samples.");
        }
    }

    private static void Repetitions(EstimateFigures figures, VariableFigures variable)
    {
        if (variable.IsSymbols || variable.Entropy.Nats == 0 || variable.Structure is not { } structure
            || !(VerdictThresholds.SamplesPerDifferent * structure.DistinctCount < structure.SampleCount))
        {
            return;
        }

        double samples = (double)structure.SampleCount / structure.DistinctCount;
        figures.Add(
            VerdictReason.RepeatedSamples, VerdictGravity.Note, variable.Subject, samples, VerdictThresholds.SamplesPerDifferent,
            $"{variable.Name} takes only {structure.DistinctCount} different values in {structure.SampleCount} samples",
            $"If {variable.Name} is discrete by itself, exact counting needs no bandwidth; if the data set was repeated, drop the repetitions.");
    }
}
