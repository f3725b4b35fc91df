using System.Diagnostics;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Sensitivity.Primitives;

/// <summary>One call of a sweep: its estimators in groups that share work, and those that do not.</summary>
internal sealed class SweepRun
{
    private readonly Sweep _sweep;
    private readonly EstimationOptions _options;
    private readonly long _start;
    private readonly int[][] _groups;
    private readonly MutualInformationEstimate?[] _estimates;

    public SweepRun(Sweep sweep, int countX, int countY, EstimationOptions? options)
    {
        if (countX != countY)
            Throw.CountsDiffer(countX, countY);
        _sweep = sweep;
        _options = options ?? EstimationOptions.Default;
        _options.CancellationToken.ThrowIfCancellationRequested();
        _start = Stopwatch.GetTimestamp();
        _groups = [.. VariantGroups.Among(sweep.Estimators)];
        _estimates = new MutualInformationEstimate?[sweep.Estimators.Count];
    }

    public MutualInformationEstimate this[int estimator]
    {
        set => _estimates[estimator] = value;
    }

    /// <summary>Represents symbols for every group.</summary>
    public Representation[][] Represent(Symbols symbols, string paramName)
    {
        Representation[][] all = new Representation[_groups.Length][];
        for (int group = 0; group < all.Length; group++)
            all[group] = First(group).RepresentAll(Members(group), symbols, paramName);
        return all;
    }

    /// <summary>Represents samples for every group, to be measured with <paramref name="partner"/> alone where that is symbols.</summary>
    public Representation[][] Represent<T>(Samples<T> samples, Symbols? partner, string paramName)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EstimationOptions quiet = _options with { Progress = null };
        Representation[][] all = new Representation[_groups.Length][];
        for (int group = 0; group < all.Length; group++)
            all[group] = First(group).RepresentAll(Members(group), samples, [partner], paramName, quiet);
        return all;
    }

    /// <summary>Measures every group, and keeps its estimates.</summary>
    public void Measure(Representation[][] x, Representation[][] y)
    {
        for (int group = 0; group < _groups.Length; group++)
        {
            EstimationOptions part = ProgressPart.Of(_options, group, _groups.Length + Alone().Count());
            long start = group == 0 ? _start : Stopwatch.GetTimestamp();
            MutualInformationEstimate[] measured = First(group).MeasureAll(Members(group), [new VariantsPair(x[group], y[group])], part, start)[0];
            for (int i = 0; i < measured.Length; i++)
                _estimates[_groups[group][i]] = measured[i];
        }
    }

    /// <summary>The estimators that share work with no other.</summary>
    public IEnumerable<int> Alone() => Enumerable.Range(0, _sweep.Estimators.Count).Except(_groups.SelectMany(group => group));

    /// <summary>Options whose progress is that of one of them.</summary>
    public EstimationOptions OptionsOf(int alone)
    {
        int[] all = [.. Alone()];
        return ProgressPart.Of(_options, _groups.Length + Array.IndexOf(all, alone), _groups.Length + all.Length);
    }

    public SensitivityCurve Curve() => new(
        _sweep.Parameter,
        _sweep.Values.Select((value, i) => new SensitivityPoint(value, _estimates[i]!)).ToArray().AsReadOnly());

    private ISweepingEstimator First(int group) => (ISweepingEstimator)_sweep.Estimators[_groups[group][0]];

    private IMutualInformationEstimator[] Members(int group) => [.. _groups[group].Select(i => _sweep.Estimators[i])];
}
