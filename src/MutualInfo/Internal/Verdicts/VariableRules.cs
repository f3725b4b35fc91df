namespace MutualInfo.Internal.Verdicts;

/// <summary>What any estimator can say of its variables: constant, the same, outside a range.</summary>
internal static class VariableRules
{
    public static void Apply(EstimateFigures figures)
    {
        foreach (VariableFigures variable in (VariableFigures[])[figures.X, figures.Y])
        {
            Constant(figures, variable);
            OutsideRange(figures, variable);
        }

        Same(figures);
    }

    private static void Constant(EstimateFigures figures, VariableFigures variable)
    {
        if (!figures.IsUncorrected || figures.SampleCount < 2 || variable.Entropy.Nats != 0)
        {
            // A correction may give one symbol an entropy above 0.
            if (figures.IsUncorrected || variable.AlphabetSize != 1 || figures.SampleCount < 2)
                return;
        }

        figures.Add(
            VerdictReason.Constant, VerdictGravity.Caution, variable.Subject, 0, 0,
            $"{variable.Name} is constant to this estimator, so nothing can be learned about it or from it",
            variable.IsSymbols
                ? "Check that these are the samples that were meant."
                : "Look at the numbers: they are equal, or their differences are below what the estimator resolves.");
    }

    private static void OutsideRange(EstimateFigures figures, VariableFigures variable)
    {
        if (variable.ValuesOutsideRange == 0)
            return;
        figures.Add(
            VerdictReason.OutsideRange, VerdictGravity.Caution, variable.Subject, variable.ValuesOutsideRange, 0,
            $"{variable.ValuesOutsideRange} values of {variable.Name} lie outside the range and were counted in its outermost bins",
            "Widen the range, or measure it.");
    }

    private static void Same(EstimateFigures figures)
    {
        if (figures.Estimate.Diagnostics.AreSame != true || figures.SaysNothing || figures.IsConstant
            || figures.X.IsDistinct || figures.Y.IsDistinct)
            return;
        // Symbols are compared by equality in every family, and then the information of a variable with itself is its entropy.
        if (figures.IsCounting || figures.X.IsSymbols)
        {
            figures.Add(
                VerdictReason.SameVariable, VerdictGravity.Note, VerdictSubject.Joint, 1, 1,
                $"x and y are one variable but for the names of the symbols, so the value is its entropy",
                "Check that two variables were meant.");
        }
        else
        {
            figures.Add(
                VerdictReason.SameVariable, VerdictGravity.Caution, VerdictSubject.Joint, 1, 1,
                $"x and y are one variable, and the information of a variable with itself is not its entropy to this estimator",
                "Check that two variables were meant; for H(X), read EntropyX.");
        }
    }
}
