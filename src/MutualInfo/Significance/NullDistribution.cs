using System.Collections.ObjectModel;
using System.Globalization;
using MutualInfo.Internal;

namespace MutualInfo.Significance;

/// <summary>
/// What an estimator makes of the same data without their dependence: its values over random orders of y. It tells how large an
/// estimate chance alone gives. <b>It is no interval</b>: it says nothing about how far the estimate may be from the truth.
/// </summary>
public sealed class NullDistribution
{
    private readonly Information[] _ascending;

    internal NullDistribution(ReadOnlySpan<double> nats)
    {
        _ascending = new Information[nats.Length];
        for (int i = 0; i < _ascending.Length; i++)
            _ascending[i] = Information.FromNats(nats[i]);
        Array.Sort(_ascending);
        Values = Array.AsReadOnly(_ascending);

        // Over the sorted values: the same bits for any order of drawing. From the first one, so that a constant null has its own
        // value as mean.
        double first = _ascending[0].Nats;
        bool isConstant = first == _ascending[^1].Nats;
        double mean = first;
        foreach (Information value in _ascending)
            mean += isConstant ? 0 : (value.Nats - first) / _ascending.Length;
        Mean = Information.FromNats(mean);
        StandardDeviation = Information.FromNats(isConstant ? 0 : Deviation(mean));
    }

    /// <summary>Gets m, the number of permutations.</summary>
    public int Count => _ascending.Length;

    /// <summary>Gets the m values, ascending.</summary>
    public ReadOnlyCollection<Information> Values { get; }

    /// <summary>
    /// Gets the mean: what the estimator gives of independent variables with these marginals and this n, its bias there.
    /// </summary>
    public Information Mean { get; }

    /// <summary>Gets the standard deviation over permutations; 0 where m = 1.</summary>
    public Information StandardDeviation { get; }

    /// <summary>Gets the value below which a share of the null lies.</summary>
    /// <param name="share">From 0, the least value, to 1, the greatest; between two values it is interpolated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1.</exception>
    public Information Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
            Throw.OutOfRange(nameof(share), share, "a share from 0 to 1");
        double position = share * (_ascending.Length - 1);
        int below = (int)position;
        // Two infinite values have no difference to go a part of.
        if (position == below || _ascending[below] == _ascending[below + 1])
            return _ascending[below];
        return _ascending[below] + (position - below) * (_ascending[below + 1] - _ascending[below]);
    }

    /// <summary>Says the null in one line, independent of the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"null of {Count} permutations: mean {Mean}, standard deviation {StandardDeviation}, 95th percentile {Quantile(0.95)}");

    // Where some order of y makes the estimate infinite, the mean and the deviation are.
    private double Deviation(double mean)
    {
        if (double.IsInfinity(mean))
            return double.PositiveInfinity;
        double squares = 0;
        foreach (Information value in _ascending)
            squares += (value.Nats - mean) * (value.Nats - mean);
        return Math.Sqrt(squares / (_ascending.Length - 1));
    }
}
