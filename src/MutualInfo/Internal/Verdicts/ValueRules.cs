namespace MutualInfo.Internal.Verdicts;

/// <summary>Where the value lies between 0 and its ceiling, or beyond.</summary>
internal static class ValueRules
{
    /// <summary>min(ln n, H(X), H(Y)) of the entropies that are bounded and measured; none under a model.</summary>
    public static Information? Ceiling(EstimateFigures figures)
    {
        if (figures.Kind == EstimandKind.UnderModel)
            return null;
        Information ceiling = Information.FromNats(Math.Log(figures.SampleCount));
        foreach (Information entropy in (ReadOnlySpan<Information>)[figures.X.Entropy, figures.Y.Entropy])
        {
            if (figures.Estimate.EntropyKind == EntropyKind.Bounded && entropy.IsDefined)
                ceiling = Information.Min(ceiling, entropy);
        }

        return ceiling;
    }

    public static double Share(Information value, Information ceiling) => value == ceiling ? 1 : value / ceiling;

    public static void Apply(EstimateFigures figures, Information? ceiling)
    {
        double value = figures.Estimate.Value.Nats;
        if (value < -VerdictThresholds.Rounding)
        {
            figures.Add(
                VerdictReason.Negative, VerdictGravity.Caution, VerdictSubject.Value, value, 0,
                $"the value is negative, {figures.Estimate.Value}, and is not clamped: {NegativeBecause(figures)}",
                figures.Kind == EstimandKind.MatrixRenyi
                    ? "Take order 1, or compare only with values of the same kind."
                    : "Read it as none.");
        }

        if (double.IsPositiveInfinity(value))
        {
            figures.Add(
                VerdictReason.Infinite, VerdictGravity.Caution, VerdictSubject.Value, value, double.MaxValue,
                $"the value is infinite: to rounding, some combination of the columns of x is one of the columns of y",
                "Look for a column that both variables hold, or that is computed from the other variable.");
        }

        if (ceiling is not { } most || figures.IsConstant)
            return;
        double rounding = VerdictThresholds.Rounding * Math.Max(1, most.Nats);
        if (value > most.Nats + rounding)
        {
            figures.Add(
                VerdictReason.AboveCeiling, VerdictGravity.Caution, VerdictSubject.Value, value, most.Nats,
                $"the value, {figures.Estimate.Value}, is above its ceiling min(log₂ n, H(X), H(Y)) = {most}: {AboveBecause(figures)}",
                figures.IsPlugIn ? "Please report it." : "Read it as the ceiling, or use another estimator.");
        }
        else if (figures.IsUncorrected && value >= most.Nats - rounding && !figures.SaysNothing && !figures.X.IsDistinct && !figures.Y.IsDistinct
            && !figures.Findings.Any(finding => finding.Reason == VerdictReason.SameVariable))
        {
            (string known, string knower) = figures.X.Entropy < figures.Y.Entropy ? ("X", "y") : ("Y", "x");
            figures.Add(
                VerdictReason.AtCeiling, VerdictGravity.Note, VerdictSubject.Value, value, most.Nats,
                $"the value is all of H({known}): in these samples {knower} determines {known.ToLowerInvariant()}",
                "With few samples for each symbol that happens by chance; with many it is so.");
        }
    }

    private static string NegativeBecause(EstimateFigures figures) => figures.Kind switch
    {
        EstimandKind.MatrixRenyi => "matrix-based Rényi information is not Shannon's and can be below 0",
        EstimandKind.WithNoise => "it is a difference of bounds on entropies, none of them exact",
        EstimandKind.Discrete or EstimandKind.Binned => figures.IsPlugIn
            ? "that cannot be, and is a defect of this library"
            : "a bias correction overshoots where the information is small",
        EstimandKind.UnderModel => "the bias of few samples is taken off, which overshoots where the information is small",
        _ => "estimates scatter around a small truth to both sides",
    };

    private static string AboveBecause(EstimateFigures figures) => figures.Kind switch
    {
        EstimandKind.MatrixRenyi => "matrix-based Rényi information is not bounded as Shannon's is",
        EstimandKind.WithNoise => "it is a difference of bounds on entropies, none of them exact",
        EstimandKind.Discrete or EstimandKind.Binned => figures.IsPlugIn
            ? "that cannot be, and is a defect of this library"
            : "a bias correction extrapolates beyond what was seen",
        _ => "estimates scatter around the truth, and this estimator is not bounded by it",
    };
}
