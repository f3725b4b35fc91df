namespace MutualInfo.Discrete.Primitives;

/// <summary>So many rows of one symbol, which has come more than once, with one label.</summary>
/// <param name="OfRow">How often the symbol has come with any label.</param>
/// <param name="Label">The label.</param>
/// <param name="Count">How often they have come together.</param>
internal readonly record struct LabelledCell(int OfRow, int Label, int Count);

/// <summary>How many different rows were seen once, twice, …, and how many different pairs of a row and a label.</summary>
/// <param name="labels">The labels.</param>
/// <param name="rows">The counts of the rows.</param>
/// <param name="pairs">The counts of the pairs.</param>
/// <param name="cells">The pairs of rows that came again, where they are so few that they were kept.</param>
/// <param name="valuesOutsideRange">How many values lay outside the range of the discretizer.</param>
internal sealed class LabelledCounts(
    Symbols labels, CountsOfCounts rows, CountsOfCounts pairs, LabelledCell[]? cells, long valuesOutsideRange)
{
    public Symbols Labels => labels;

    public CountsOfCounts Rows => rows;

    public CountsOfCounts Pairs => pairs;

    public long ValuesOutsideRange => valuesOutsideRange;

    /// <summary>Gets whether <see cref="PlugInNats"/> can be called.</summary>
    public bool HasCells => cells is not null || labels.AreDistinct;

    /// <summary>Gets the plug-in entropy of the pairs.</summary>
    public Information JointEntropy => Information.FromNats(pairs.PlugInNats());

    /// <summary>Gets the plug-in information as the difference of three entropies.</summary>
    public Information Difference
    {
        get
        {
            CountsOfCounts ofLabels = CountsOfCounts.From(labels.Histogram, nameof(labels));
            return Information.FromNats(rows.PlugInNats()) + Information.FromNats(ofLabels.PlugInNats()) - JointEntropy;
        }
    }

    /// <summary>The plug-in information in nats, from the cells.</summary>
    public double PlugInNats(CancellationToken token)
    {
        if (rows.AlphabetSize == 1 || labels.AlphabetSize == 1)
            return 0;
        CountDependence dependence = new(rows.SampleCount);
        // What is left of a label are the rows that came once.
        int[] left = labels.Histogram.ToArray();
        foreach (LabelledCell cell in cells!)
        {
            dependence.Add(cell.Count, cell.OfRow, labels.Histogram[cell.Label]);
            left[cell.Label] -= cell.Count;
        }

        for (int label = 0; label < left.Length; label++)
        {
            token.ThrowIfCancellationRequested();
            for (int i = 0; i < left[label]; i++)
                dependence.Add(1, 1, labels.Histogram[label]);
        }

        return dependence.Nats();
    }
}
