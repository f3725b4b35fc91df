using System.Diagnostics;
using MutualInfo.Internal;

namespace MutualInfo.Multivariate.Primitives;

/// <summary>The joint entropies of a set of variables, each measured once, and the quantities that are sums of them.</summary>
internal sealed class JointEntropies(IJoiningEstimator estimator, VariableList variables, EstimationOptions options)
{
    private readonly Dictionary<VariableSubset, JointEntropy> _known = [];

    public Information Of(VariableSubset subset)
    {
        Require([subset]);
        return _known[subset].Entropy;
    }

    public MultivariateEstimate Estimate(string quantity, EntropySum sum)
    {
        long start = Stopwatch.GetTimestamp();
        int before = _known.Count;
        // One call for all that is pending: spectra then go to the backend together.
        Require([.. sum.Terms.Select(term => term.Subset), sum.All]);
        JointEntropy joint = _known[sum.All];
        return new MultivariateEstimate
        {
            Quantity = quantity,
            Value = Value(sum, joint.Entropy),
            Terms = [.. sum.Terms.Select(term => new EntropyTerm
            {
                Variables = variables.NamesOf(term.Subset),
                Coefficient = term.Coefficient,
                Entropy = _known[term.Subset].Entropy,
            })],
            JointEntropy = joint.Entropy,
            SampleCount = variables.SampleCount,
            Estimator = estimator,
            HasDistinctVariable = FormsOf(sum).Contains(VariableForm.DistinctSymbols),
            AreAllSymbols = FormsOf(sum).All(form => form is VariableForm.Symbols or VariableForm.DistinctSymbols),
            IsNeverNegative = sum.IsNeverNegative,
            Diagnostics = new MultivariateDiagnostics
            {
                Backend = estimator.BackendIn(options),
                Elapsed = Stopwatch.GetElapsedTime(start),
                EntropiesMeasured = _known.Count - before,
                Variables = [.. sum.All.Members.ToArray().Select(Describe)],
                JointAlphabetSize = joint.AlphabetSize,
                SingletonShare = (double?)joint.Singletons / variables.SampleCount,
            },
        };
    }

    private IEnumerable<VariableForm?> FormsOf(EntropySum sum) => sum.All.Members.ToArray().Select(member => variables.Variables[member].Form);

    private Information Value(EntropySum sum, Information jointEntropy)
    {
        Information value = sum.Of(subset => _known[subset].Entropy);
        if (sum.IsPair)
            return estimator.OfPair(
                variables.Variables[sum.All.Members[0]], variables.Variables[sum.All.Members[1]], value, jointEntropy, options);
        return sum.IsNeverNegative
            ? estimator.WithoutRounding(value, jointEntropy, sum.Terms.Sum(term => Math.Abs(term.Coefficient)))
            : value;
    }

    private void Require(IEnumerable<VariableSubset> subsets)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        VariableSubset[] missing = [.. subsets.Distinct().Where(subset => !_known.ContainsKey(subset))];
        if (missing.Length == 0)
            return;
        JointEntropy[] measured = estimator.MeasureJoints(variables.Variables, missing, options);
        for (int i = 0; i < missing.Length; i++)
            _known.Add(missing[i], measured[i]);
    }

    private VariableDiagnostics Describe(int number)
    {
        Symbols? symbols = variables.Variables[number] switch
        {
            SymbolsRepresentation counted => counted.Symbols,
            SimilarityRepresentation { Similarity: { Dimension: 0, Partition: { } partition } } => partition,
            _ => null,
        };
        return new VariableDiagnostics
        {
            Name = variables.Names[number],
            AlphabetSize = symbols?.AlphabetSize,
            ValuesOutsideRange = symbols?.ValuesOutsideRange ?? 0,
            Bandwidth = (variables.Variables[number] as SimilarityRepresentation)?.Bandwidth,
        };
    }
}
