using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// Finds neighbours among the points of one variable, in the maximum norm: through a tree in low dimension, panel by panel
/// beyond.
/// </summary>
/// <remarks>
/// Both compute the same distances and leave out only what is certainly too far, so which one is at work changes nothing but the
/// time.
/// </remarks>
internal sealed class NeighbourIndex : IPointSearch, IDisposable
{
    private NeighbourIndex(PointPanels points, BoxTree? tree)
    {
        Points = points;
        Tree = tree;
    }

    public PointPanels Points { get; }

    /// <summary>Gets the tree; null where every panel is visited.</summary>
    public BoxTree? Tree { get; }

    /// <summary>Makes an index.</summary>
    /// <param name="values">The points, shape (n, d), row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="names">What each point is called in results, by its index; empty for that index.</param>
    /// <param name="search">How it looks for neighbours; see <see cref="TreePays"/>.</param>
    /// <param name="options">Cancellation.</param>
    public static NeighbourIndex Build(
        ReadOnlySpan<double> values, int dimension, ReadOnlySpan<int> names, NeighbourSearch search, EstimationOptions options)
    {
        using Rented<int> order = new(values.Length / dimension);
        if (search == NeighbourSearch.Tree)
        {
            PointOrder.OfTree(values, dimension, order.Span, options.CancellationToken);
        }
        else
        {
            for (int i = 0; i < order.Span.Length; i++)
                order.Span[i] = i;
        }

        PointPanels points = new(values, dimension, order.Span, names, options.CancellationToken);
        return new NeighbourIndex(points, search == NeighbourSearch.Tree ? new BoxTree(points) : null);
    }

    /// <inheritdoc/>
    public unsafe ReadOnlySpan<int> Rows => new(Points.Rows, Points.Count);

    /// <inheritdoc/>
    public void Nearest(NeighbourLists lists, EstimationOptions options) => new NearestWork(this, lists, options).Run();

    /// <inheritdoc/>
    public void Count(BallCounts balls, EstimationOptions options) => new CountWork(this, balls, options).Run();

    public void Dispose()
    {
        Points.Dispose();
        Tree?.Dispose();
    }
}

/// <summary>How neighbours are looked for.</summary>
internal enum NeighbourSearch
{
    /// <summary>Through a k-d tree.</summary>
    Tree,

    /// <summary>Every pair of points, panel by panel.</summary>
    Panels,
}
