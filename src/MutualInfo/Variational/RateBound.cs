namespace MutualInfo.Variational;

/// <summary>
/// A rate, the mean divergence of the codes from a prior, with its parts. What it bounds, its maker in <see cref="RateBounds"/>
/// says.
/// </summary>
public sealed class RateBound
{
    internal RateBound(Information value, Information[] perSample, Information[] perDimension)
    {
        Value = value;
        PerSample = perSample;
        PerDimension = perDimension;
    }

    /// <summary>Gets the rate: the sum over dimensions of the mean over samples.</summary>
    public Information Value { get; }

    /// <summary>
    /// Gets the divergence of every sample, summed over dimensions; n of them, whose mean is <see cref="Value"/>.
    /// </summary>
    public IReadOnlyList<Information> PerSample { get; }

    /// <summary>Gets the mean divergence of every dimension; d of them, whose sum is <see cref="Value"/>.</summary>
    public IReadOnlyList<Information> PerDimension { get; }

    /// <summary>Says the rate, independent of the culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"rate {Value}, n = {PerSample.Count}, d = {PerDimension.Count}");
}
