using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Multivariate.Primitives;

/// <summary>The variables of a set: their names, and what the estimator represents them by.</summary>
internal sealed class VariableList(IJoiningEstimator estimator, EstimationOptions options)
{
    private readonly List<string> _names = [];
    private readonly List<Representation> _variables = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => _names.AsReadOnly();

    public IReadOnlyList<Representation> Variables => _variables;

    public int SampleCount => _variables.Count == 0 ? 0 : _variables[0].Count;

    public void Add(string name, Symbols symbols)
    {
        RequireNew(name);
        Guard.NotEmpty(symbols, nameof(symbols));
        RequireCount(name, symbols.Count, nameof(symbols));
        Keep(name, Naming(name, nameof(symbols), () => estimator.Represent(symbols, name)));
    }

    public void Add<T>(string name, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireNew(name);
        Require(name, samples);
        Keep(name, Represented(name, samples));
    }

    public void AddColumns<T>(string name, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Require(name, samples);
        string[] names = [.. Enumerable.Range(0, samples.Dimension).Select(column => FormattableString.Invariant($"{name}.{column}"))];
        foreach (string one in names)
            RequireNew(one);
        // Looked for in the rows as given, where the position that is named is the caller's.
        Guard.NotNaN(samples, nameof(samples));
        Representation[] columns = new Representation[names.Length];
        T[] values = new T[samples.Count];
        for (int column = 0; column < columns.Length; column++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            for (int row = 0; row < values.Length; row++)
                values[row] = samples.Values[row * samples.Dimension + column];
            columns[column] = Represented(names[column], Samples.FromScalars<T>(values));
        }

        // All or none.
        for (int column = 0; column < columns.Length; column++)
            Keep(names[column], columns[column]);
    }

    public IReadOnlyList<string> NamesOf(VariableSubset subset)
    {
        string[] names = new string[subset.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = _names[subset.Members[i]];
        return names;
    }

    /// <summary>
    /// The variables by their names, as a subset for each list; no variable may be in two lists, or twice in one.
    /// </summary>
    public VariableSubset[] Find(params ReadOnlySpan<(IReadOnlyList<string> Names, string ParamName)> lists)
    {
        HashSet<int> found = [];
        VariableSubset[] subsets = new VariableSubset[lists.Length];
        for (int i = 0; i < lists.Length; i++)
        {
            (IReadOnlyList<string> names, string paramName) = lists[i];
            ArgumentNullException.ThrowIfNull(names, paramName);
            if (names.Count == 0)
                Throw.Invalid(paramName, $"{paramName} names no variable; at least 1 is expected.");
            int[] numbers = new int[names.Count];
            for (int j = 0; j < numbers.Length; j++)
            {
                numbers[j] = NumberOf(names[j], paramName);
                if (!found.Add(numbers[j]))
                    Throw.Invalid(paramName, $"{paramName} names '{names[j]}', which was named before. For the information of a variable and itself, add it twice under two names.");
            }

            subsets[i] = VariableSubset.Of(numbers);
        }

        return subsets;
    }

    private int NumberOf(string name, string paramName)
    {
        ArgumentNullException.ThrowIfNull(name, paramName);
        if (!_numbers.TryGetValue(name, out int number))
            Throw.Invalid(paramName, $"{paramName} names '{name}', which was not added; the variables are {(_names.Count == 0 ? "none" : string.Join(", ", _names))}.");
        return number;
    }

    private void RequireNew(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (_numbers.ContainsKey(name))
            Throw.Invalid(nameof(name), $"name is '{name}', which another variable has; give each a name of its own.");
    }

    private void Require<T>(string name, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        RequireCount(name, samples.Count, nameof(samples));
    }

    private void RequireCount(string name, int count, string paramName)
    {
        if (_variables.Count > 0 && count != SampleCount)
            Throw.Invalid(paramName, $"{name} has {count} samples and {_names[0]} has {SampleCount}; they must be observations of the same events.");
    }

    private Representation Represented<T>(string name, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            return estimator.Represent(samples, name, options with { Progress = null });
        }
        catch (ArgumentException refusal) when (refusal.ParamName == name)
        {
            // The message names the variable; the parameter is that of the public call.
            throw refusal.WithParamName(nameof(samples));
        }
    }

    private static Representation Naming(string name, string paramName, Func<Representation> represent)
    {
        try
        {
            return represent();
        }
        catch (ArgumentException refusal) when (refusal.ParamName == name)
        {
            throw refusal.WithParamName(paramName);
        }
    }

    private void Keep(string name, Representation variable)
    {
        _numbers.Add(name, _variables.Count);
        _names.Add(name);
        _variables.Add(variable);
    }
}
