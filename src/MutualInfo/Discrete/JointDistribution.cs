using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// The exact entropies and information of a joint distribution that is known as a table of probabilities, or of weights.
/// </summary>
/// <remarks>
/// Nothing is estimated: these are the truths that estimates are compared with. A cell's probability is its weight over the sum
/// of all weights, so a table need not sum to 1. The information is computed from what parts the table from independence, in
/// twice the precision, not as a difference of entropies: it is never negative, and right to 1e-12 of itself however near to 0 it
/// is. Symmetric, and the same to the last bit for any order of rows and columns. Cost: O(cells · ln cells). For tables of counts
/// that are samples, use an estimator.
/// </remarks>
public sealed record JointDistribution
{
    private JointDistribution(Information mutualInformation, Information entropyX, Information entropyY, Information jointEntropy)
    {
        MutualInformation = mutualInformation;
        EntropyX = entropyX;
        EntropyY = entropyY;
        JointEntropy = jointEntropy;
    }

    /// <summary>
    /// Gets I(X;Y), at least 0. It is <c>EntropyX + EntropyY − JointEntropy</c> but for the rounding of that difference.
    /// </summary>
    public Information MutualInformation { get; }

    /// <summary>Gets H(X), the entropy of the sums of the rows.</summary>
    public Information EntropyX { get; }

    /// <summary>Gets H(Y), the entropy of the sums of the columns.</summary>
    public Information EntropyY { get; }

    /// <summary>Gets H(X,Y), the entropy of the cells.</summary>
    public Information JointEntropy { get; }

    /// <summary>Gets the conditional entropy H(X|Y) = H(X,Y) − H(Y).</summary>
    public Information EntropyXGivenY => JointEntropy - EntropyY;

    /// <summary>Gets the conditional entropy H(Y|X) = H(X,Y) − H(X).</summary>
    public Information EntropyYGivenX => JointEntropy - EntropyX;

    /// <summary>Measures a table.</summary>
    /// <param name="joint">Probabilities or weights, 0 or more; shape (symbols of x, symbols of y).</param>
    /// <exception cref="ArgumentNullException"><paramref name="joint"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no cells, a cell is negative or not finite, or all are 0.</exception>
    public static JointDistribution FromTable(double[,] joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        return Measure([.. joint.Cast<double>()], joint.GetLength(1));
    }

    /// <summary>Measures a table that is given row by row.</summary>
    /// <param name="joint">
    /// Probabilities or weights, 0 or more: a row for each symbol of x, a number in it for each symbol of y.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="joint"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no cells, a row is null or longer than another, a cell is negative or not finite, or all are 0.
    /// </exception>
    public static JointDistribution FromTable(double[][] joint) =>
        Measure(RowsOf.Table(joint, nameof(joint), out int columns), columns);

    private static JointDistribution Measure(double[] cells, int columns)
    {
        RequireWeights(cells, columns);
        // A power of two, so exact: products of weights can neither overflow nor vanish.
        int exponent = Math.ILogB(cells.Max());
        for (int i = 0; i < cells.Length; i++)
            cells[i] = Math.ScaleB(cells[i], -exponent);
        DoubleDouble[] ofX = new DoubleDouble[cells.Length / columns];
        DoubleDouble[] ofY = new DoubleDouble[columns];
        for (int row = 0; row < ofX.Length; row++)
            ofX[row] = Sum(cells.Skip(row * columns).Take(columns));
        for (int column = 0; column < columns; column++)
            ofY[column] = Sum(Enumerable.Range(0, ofX.Length).Select(row => cells[row * columns + column]));
        DoubleDouble total = Sum(cells);
        return new JointDistribution(
            Dependence(cells, ofX, ofY, total),
            Entropy(ofX, total),
            Entropy(ofY, total),
            Entropy([.. cells.Select(cell => (DoubleDouble)cell)], total));
    }

    // Ascending, so that sums do not depend on the order of rows and columns, and the sum of an only row is that of the table.
    private static DoubleDouble Sum(IEnumerable<double> weights)
    {
        DoubleDouble sum = 0;
        foreach (double weight in weights.Order())
            sum += weight;
        return sum;
    }

    private static Information Dependence(double[] cells, DoubleDouble[] ofX, DoubleDouble[] ofY, DoubleDouble total)
    {
        DependenceSum sum = new();
        for (int i = 0; i < cells.Length; i++)
        {
            DoubleDouble joint = cells[i] * total;
            DoubleDouble product = ofX[i / ofY.Length] * ofY[i % ofY.Length];
            sum.Add(joint.High, product.High, (joint - product).High);
        }

        return Information.FromNats(sum.Total() / (total.High * total.High));
    }

    private static Information Entropy(DoubleDouble[] weights, DoubleDouble total)
    {
        double sum = 0;
        foreach (double term in weights.Where(weight => weight.High > 0).Select(Term).Order())
            sum += term;
        return Information.FromNats(sum);

        double Term(DoubleDouble weight) => (weight / total).High * Math.Log((total / weight).High);
    }

    private static void RequireWeights(double[] joint, int columns)
    {
        if (joint.Length == 0)
            Throw.Invalid(nameof(joint), $"joint has no cells; at least one row with one column is expected.");
        for (int i = 0; i < joint.Length; i++)
        {
            if (!double.IsFinite(joint[i]) || joint[i] < 0)
                Throw.Invalid(nameof(joint), $"joint[{i / columns}, {i % columns}] is {joint[i]}; a probability or weight is a finite number of 0 or more.");
        }

        if (joint.Max() == 0)
            Throw.Invalid(nameof(joint), $"joint has {joint.Length} cells and all are 0; the sum of a distribution's weights is above 0.");
    }
}
