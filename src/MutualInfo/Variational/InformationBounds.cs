namespace MutualInfo.Variational;

/// <summary>A lower and an upper bound on one amount of information.</summary>
public sealed record InformationBounds
{
    internal InformationBounds(Information lower, Information upper, int sampleCount)
    {
        Lower = lower;
        Upper = upper;
        SampleCount = sampleCount;
    }

    /// <summary>Gets the lower bound.</summary>
    public Information Lower { get; }

    /// <summary>Gets the upper bound.</summary>
    public Information Upper { get; }

    /// <summary>Gets n, the number of samples; neither bound exceeds ln n.</summary>
    public int SampleCount { get; }

    /// <summary>
    /// Gets <c>Lower / ln n</c>. At 1 the noises of the samples do not touch, and both bounds only say how many samples there
    /// are. 1 where n = 1.
    /// </summary>
    public double Saturation => SampleCount == 1 ? 1 : Lower.Nats / Math.Log(SampleCount);

    /// <summary>Says both bounds, independent of the culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Lower} ≤ I(X;Z) ≤ {Upper}, n = {SampleCount}, saturation {Saturation:0.00}");
}
