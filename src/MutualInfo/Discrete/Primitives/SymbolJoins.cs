using MutualInfo.Internal;
using MutualInfo.Multivariate.Primitives;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Joint entropies of many subsets of symbols. Each join is made once, and shared by the subsets that contain it.
/// </summary>
/// <remarks>
/// A subset is its last run of consecutive variables, joined with what comes before. Runs from the first variable on grow
/// at their end, others at their front: so all k subsets that leave one variable out take 3·k joins, not k², and all 2ᵏ
/// subsets take one join each.
/// </remarks>
internal sealed class SymbolJoins(IEntropyEstimator entropy, IReadOnlyList<Symbols> variables, EstimationOptions options)
{
    private readonly Dictionary<(int Start, int End), Symbols> _runs = [];
    private readonly Dictionary<VariableSubset, Symbols> _others = [];

    public JointEntropy[] Measure(IReadOnlyList<VariableSubset> subsets)
    {
        JointEntropy[] entropies = new JointEntropy[subsets.Count];
        for (int i = 0; i < entropies.Length; i++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            entropies[i] = Measure(subsets[i]);
            options.Progress?.Report((i + 1.0) / entropies.Length);
        }

        return entropies;
    }

    private JointEntropy Measure(VariableSubset subset)
    {
        if (subset.Count > 1 && entropy is ICountingEntropy counting)
        {
            // Counted without codes: whether a later subset needs those is not known.
            (Symbols left, Symbols right) = Halves(subset);
            CountsOfCounts counts = PairCounts.Of(left, right, options);
            return new JointEntropy(counting.Estimate(counts), counts.AlphabetSize, counts.Singletons);
        }

        Symbols joint = Joined(subset);
        return new JointEntropy(entropy.Estimate(joint.Histogram), joint.AlphabetSize, joint.Histogram.Count(1));
    }

    private Symbols Joined(VariableSubset subset)
    {
        if (subset.StartOfLastRun() == 0)
            return Run(subset.Members[0], subset.Members[^1] + 1);
        if (!_others.TryGetValue(subset, out Symbols? joint))
        {
            (Symbols left, Symbols right) = Halves(subset);
            _others.Add(subset, joint = Join(left, right));
        }

        return joint;
    }

    private (Symbols Left, Symbols Right) Halves(VariableSubset subset)
    {
        int place = subset.StartOfLastRun();
        (int start, int end) = (subset.Members[place], subset.Members[^1] + 1);
        if (place > 0)
            return (Joined(subset.Slice(0, place)), Run(start, end));
        return start == 0 ? (Run(0, end - 1), variables[end - 1]) : (variables[start], Run(start + 1, end));
    }

    private Symbols Run(int start, int end) => start == 0 ? RunFromTheFirst(end) : RunTo(start, end);

    private Symbols RunFromTheFirst(int end)
    {
        int known = end;
        while (known > 1 && !_runs.ContainsKey((0, known)))
            known--;
        Symbols joint = known == 1 ? variables[0] : _runs[(0, known)];
        for (; known < end; known++)
            _runs.Add((0, known + 1), joint = Join(joint, variables[known]));
        return joint;
    }

    private Symbols RunTo(int start, int end)
    {
        int known = start;
        while (known < end - 1 && !_runs.ContainsKey((known, end)))
            known++;
        Symbols joint = known == end - 1 ? variables[end - 1] : _runs[(known, end)];
        for (; known > start; known--)
            _runs.Add((known - 1, end), joint = Join(variables[known - 1], joint));
        return joint;
    }

    private Symbols Join(Symbols left, Symbols right)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        // Where one side tells all samples apart so does the joint, and codes count up in the order of first
        // appearance: it is that side.
        if (left.AreDistinct)
            return left;
        return right.AreDistinct ? right : Symbols.Join(left, right);
    }
}
