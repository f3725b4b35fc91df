using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// The points of one variable, made ready for counting around every one of them: sorted in one dimension, else in a tree or in panels,
/// whichever is fastest.
/// </summary>
/// <remarks>Depends on the variable alone, so it serves any pairing with another one. Several threads may count at once.</remarks>
internal sealed class MarginIndex : IBallCounter, IDisposable
{
    private readonly ReadOnlyMemory<double> _values;
    private readonly Rented<double> _sorted;
    private readonly NeighbourIndex? _index;

    /// <summary>Makes an index.</summary>
    /// <param name="values">The points, shape (n, d), row-major; they must not change.</param>
    /// <param name="dimension">d.</param>
    /// <param name="options">Threads and cancellation.</param>
    public MarginIndex(ReadOnlyMemory<double> values, int dimension, EstimationOptions options)
    {
        _values = values;
        if (dimension > 1)
        {
            _index = NeighbourIndex.Build(
                values.Span, dimension, [], TreePays.ForCounts(values.Length / dimension, dimension), options);
            return;
        }

        _sorted = new Rented<double>(values.Length);
        ScalarBalls.Sort(values.Span, _sorted.Span, options);
    }

    /// <inheritdoc/>
    public void Count(BallCounts balls, EstimationOptions options)
    {
        if (_index is not null)
            _index.Count(balls, options);
        else
            ScalarBalls.Count(_values, _sorted.Array, balls, options);
    }

    public void Dispose()
    {
        if (_index is not null)
            _index.Dispose();
        else
            _sorted.Dispose();
    }
}
