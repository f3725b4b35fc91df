namespace MutualInfo.Tests.Laws;

/// <summary>A variable as a law sees it, numbers or labels, with the maps that laws apply. Each map returns a copy.</summary>
internal sealed class Variable
{
    private readonly double[] _values;
    private readonly long[]? _labels;

    private Variable(double[] values, int dimension, long[]? labels)
    {
        _values = values;
        _labels = labels;
        Dimension = dimension;
        Symbols = labels is null ? Symbols.Distinct(0) : Symbols.FromLabels(labels);
    }

    public static Variable Layer(double[] values, int dimension) => new(values, dimension, null);

    public static Variable Labels(long[] labels) => new([], 0, labels);

    public static Variable Distinct(int count) => Labels([.. Enumerable.Range(0, count).Select(i => (long)i)]);

    public bool IsLayer => _labels is null;

    public int Dimension { get; }

    public int Count => IsLayer ? _values.Length / Dimension : Symbols.Count;

    public Symbols Symbols { get; }

    public Samples<double> Samples => MutualInfo.Samples.FromRows<double>(_values, Dimension);

    public ReadOnlySpan<double> Values => _values;

    public bool IsConstant => IsLayer
        ? Enumerable.Range(1, Math.Max(0, Count - 1)).All(row => Samples[row].SequenceEqual(Samples[0]))
        : Symbols.AlphabetSize == 1;

    /// <summary>The given samples in the given order; an index may come twice or not at all.</summary>
    public Variable Rows(int[] rows)
    {
        if (_labels is not null)
            return Labels([.. rows.Select(row => _labels[row])]);
        double[] taken = new double[rows.Length * Dimension];
        for (int i = 0; i < rows.Length; i++)
            Samples[rows[i]].CopyTo(taken.AsSpan(i * Dimension));
        return Layer(taken, Dimension);
    }

    /// <summary>The given columns in the given order; an index may come twice or not at all.</summary>
    public Variable Columns(int[] columns)
    {
        double[] taken = new double[Count * columns.Length];
        for (int row = 0; row < Count; row++)
        {
            for (int i = 0; i < columns.Length; i++)
                taken[row * columns.Length + i] = Samples[row][columns[i]];
        }

        return Layer(taken, columns.Length);
    }

    public Variable WithConstantColumn(double value)
    {
        Variable wider = Columns([.. Enumerable.Range(0, Dimension), 0]);
        for (int row = 0; row < Count; row++)
            wider._values[row * wider.Dimension + Dimension] = value;
        return wider;
    }

    /// <summary>Every number under one map; labels are left alone.</summary>
    public Variable Map(Func<double, double> map) => IsLayer ? Layer([.. _values.Select(map)], Dimension) : this;

    /// <summary>Every label under one map; numbers are left alone.</summary>
    public Variable Rename(Func<long, long> name) => _labels is null ? this : Labels([.. _labels.Select(name)]);

    /// <summary>The numbers of single precision next to these.</summary>
    public float[] ToSingle() => [.. _values.Select(value => (float)value)];
}
