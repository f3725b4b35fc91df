namespace MutualInfo.Neighbours.Primitives;

/// <summary>Counts around every point of one variable, in the way that is fastest for its dimension.</summary>
internal static class MarginCounts
{
    public static void Count(ReadOnlyMemory<double> values, int dimension, BallCounts balls, EstimationOptions options)
    {
        if (dimension == 1)
        {
            ScalarBalls.Count(values, balls, options);
            return;
        }

        using NeighbourIndex index = NeighbourIndex.Build(
            values.Span, dimension, [], TreePays.ForCounts(balls.Count, dimension), options);
        index.Count(balls, options);
    }
}
