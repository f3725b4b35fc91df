namespace MutualInfo.Tool.Verification;

/// <summary>One known answer and how it is asked for. Nothing is computed before <see cref="Run"/>.</summary>
/// <param name="Group">The part of the suite it belongs to.</param>
/// <param name="Subject">The distribution, channel or definition whose answer is known.</param>
/// <param name="Estimator">Which estimator is asked.</param>
/// <param name="Truth">The known answer in nats, or the ideal of another quantity.</param>
/// <param name="Band">Where this estimator's answer must lie.</param>
/// <param name="Measure">Asks the estimator.</param>
internal sealed record Check(string Group, string Subject, string Estimator, double Truth, Band Band, Func<double> Measure)
{
    public CheckResult Run()
    {
        double estimate = Measure();
        return new CheckResult(this, estimate, Band.Contains(estimate));
    }
}

/// <summary>What an estimator answered.</summary>
internal sealed record CheckResult(Check Check, double Estimate, bool Passed);
