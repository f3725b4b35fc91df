using MutualInfo.Discrete;

namespace MutualInfo.Internal.Verdicts;

/// <summary>What an estimator estimates, for these two variables.</summary>
internal static class EstimandRemarks
{
    public static Estimand For(EstimateFigures figures)
    {
        Estimand stated = figures.Estimate.Estimator.Estimand;
        VariableFigures[] distinct = [.. ((VariableFigures[])[figures.X, figures.Y]).Where(variable => variable.IsDistinct)];

        // Symbols are counted as they are, whatever the discretizer would do to numbers.
        if (figures.IsCounting && figures.X.IsSymbols && figures.Y.IsSymbols)
            stated = Estimand.Discrete;
        if (distinct.Length != 1)
            return stated;

        VariableFigures given = distinct[0];
        VariableFigures other = given.Subject == VerdictSubject.X ? figures.Y : figures.X;
        string entropy = $"as every {given.Name} is distinct, it is {other.EntropyName}";
        bool isContinuous = other.Form == VariableForm.Samples
            && figures.Estimate.Estimator is not DiscreteEstimator { Discretizer: ExactRows };
        return stated with
        {
            Remark = isContinuous
                ? $"{entropy} at this resolution; if {other.Name} is continuous and determined by {given.Name}, I(X;Y) itself is infinite"
                : entropy,
        };
    }
}
