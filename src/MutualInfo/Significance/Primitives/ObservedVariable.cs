using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Significance.Primitives;

/// <summary>A variable of which rows will be taken in another order, or only some: symbols, or an own copy of samples.</summary>
/// <typeparam name="T">The type of the numbers; of no meaning where both variables are symbols.</typeparam>
internal sealed class ObservedVariable<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Symbols? _symbols;
    private readonly T[] _values;
    private readonly int _dimension;

    public ObservedVariable(Symbols symbols, string name)
    {
        Guard.NotEmpty(symbols, name);
        _symbols = symbols;
        _values = [];
        Count = symbols.Count;
    }

    public ObservedVariable(Samples<T> samples, string name)
    {
        Guard.NotEmpty(samples, name);
        _values = samples.Values.ToArray();
        _dimension = samples.Dimension;
        Count = samples.Count;
    }

    private ObservedVariable(T[] values, int dimension)
    {
        _values = values;
        _dimension = dimension;
        Count = values.Length / dimension;
    }

    /// <summary>Gets n.</summary>
    public int Count { get; }

    /// <summary>Gets the symbols; null where the variable is samples.</summary>
    public Symbols? Symbols => _symbols;

    /// <summary>Gets the samples; empty where the variable is symbols.</summary>
    public Samples<T> Samples => new(_values, Count, _dimension);

    /// <summary>The variable in the rows that are named, in that order.</summary>
    public ObservedVariable<T> Rows(ReadOnlySpan<int> rows)
    {
        if (_symbols is not null)
        {
            int[] codes = new int[rows.Length];
            for (int i = 0; i < codes.Length; i++)
                codes[i] = _symbols.Codes[rows[i]];
            // Numbered anew: a symbol that these rows do not show is not in their alphabet.
            return new ObservedVariable<T>(Symbols.FromLabels(codes), nameof(rows));
        }

        T[] values = GC.AllocateUninitializedArray<T>(rows.Length * _dimension);
        for (int i = 0; i < rows.Length; i++)
            _values.AsSpan(rows[i] * _dimension, _dimension).CopyTo(values.AsSpan(i * _dimension));
        return new ObservedVariable<T>(values, _dimension);
    }

    public Representation RepresentBy(IRepresentingEstimator estimator, string name, EstimationOptions options) =>
        _symbols is { } symbols ? estimator.Represent(symbols, name) : estimator.Represent(Samples, name, options);
}
