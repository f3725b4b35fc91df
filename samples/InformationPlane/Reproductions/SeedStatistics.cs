using System.Globalization;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>One number of each seed, with mean and standard deviation.</summary>
public sealed class SeedStatistics
{
    public SeedStatistics(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values];
        if (Values.Count == 0)
            throw new ArgumentException("There is no seed to take a mean of.", nameof(values));
        double mean = Values.Sum() / Values.Count;
        Mean = mean;
        Deviation = Values.Count == 1
            ? double.NaN
            : Math.Sqrt(Values.Sum(value => (value - mean) * (value - mean)) / (Values.Count - 1));
    }

    /// <summary>Gets the numbers, in the order of the seeds.</summary>
    public IReadOnlyList<double> Values { get; }

    public double Mean { get; }

    /// <summary>Gets the standard deviation with n − 1 in the denominator; NaN for one seed, which says nothing of a spread.</summary>
    public double Deviation { get; }

    /// <summary>Says mean ± deviation.</summary>
    public string ToString(string format) => double.IsNaN(Deviation)
        ? Mean.ToString(format, CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Mean.ToString(format, CultureInfo.InvariantCulture)} ± {Deviation.ToString(format, CultureInfo.InvariantCulture)}");

    public override string ToString() => ToString("0.00");
}
