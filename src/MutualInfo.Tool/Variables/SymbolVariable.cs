using MutualInfo.Multivariate;

namespace MutualInfo.Tool.Variables;

/// <summary>Labels, or inputs that all differ.</summary>
internal sealed class SymbolVariable : Variable
{
    private SymbolVariable(Symbols symbols, int dimension, bool isDistinct)
    {
        Symbols = symbols;
        Dimension = dimension;
        IsDistinct = isDistinct;
    }

    public Symbols Symbols { get; }

    public override int Count => Symbols.Count;

    public override int Dimension { get; }

    /// <summary>Gets whether the samples differ because the command line says so, not because a file shows it.</summary>
    public bool IsDistinct { get; }

    public static SymbolVariable FromLabels(Symbols labels, int columns) => new(labels, columns, false);

    public static SymbolVariable Distinct(int count) => new(Symbols.Distinct(count), 1, true);

    public override JointVariables AddTo(JointVariables others, string name) => others.Add(name, Symbols);

    /// <summary>The labels as one-hot rows, one column for each class in the order of first appearance.</summary>
    /// <remarks>The order of the columns does not matter to a Gaussian similarity.</remarks>
    public SampleVariable<double> ToOneHot()
    {
        double[] rows = new double[checked(Count * Symbols.AlphabetSize)];
        for (int i = 0; i < Count; i++)
            rows[i * Symbols.AlphabetSize + Symbols.Codes[i]] = 1;
        return new SampleVariable<double>(rows, Count, Symbols.AlphabetSize);
    }
}
