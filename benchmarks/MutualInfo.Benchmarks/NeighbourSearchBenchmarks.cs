using BenchmarkDotNet.Attributes;
using MutualInfo.Neighbours.Primitives;

namespace MutualInfo.Benchmarks;

/// <summary>
/// The tree against all pairs panel by panel, on one thread: where the lines of <c>TreePays</c> come from. The four nearest others of every
/// point, the index made anew each time; and the points in balls half as wide again as the distance of the third.
/// </summary>
public class NeighbourSearchBenchmarks
{
    private const int ListLength = 4;
    private const int Neighbours = 3;
    private const double Wider = 1.5;

    private readonly EstimationOptions _options = new() { MaxDegreeOfParallelism = 1 };
    private double[] _values = [];
    private double[] _radii = [];

    /// <summary>Gets or sets n.</summary>
    [Params(1000, 10_000, 30_000)]
    public int Count { get; set; }

    /// <summary>Gets or sets d.</summary>
    [Params(2, 4, 6, 8)]
    public int Width { get; set; }

    /// <summary>Gets or sets the way to look.</summary>
    [ParamsAllValues]
    public SearchKind Search { get; set; }

    private NeighbourSearch Way => Search == SearchKind.Tree ? NeighbourSearch.Tree : NeighbourSearch.Panels;

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _values = [.. Enumerable.Range(0, Count * Width).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble())];
        using NeighbourIndex index = NeighbourIndex.Build(_values, Width, [], Way, _options);
        using NeighbourLists lists = new(Count, ListLength);
        index.Nearest(lists, _options);
        _radii = [.. Enumerable.Range(0, Count).Select(row => Wider * lists.Distances(row)[Neighbours - 1])];
    }

    [Benchmark]
    public void Nearest()
    {
        using NeighbourIndex index = NeighbourIndex.Build(_values, Width, [], Way, _options);
        using NeighbourLists lists = new(Count, ListLength);
        index.Nearest(lists, _options);
    }

    [Benchmark]
    public void Counts()
    {
        using NeighbourIndex index = NeighbourIndex.Build(_values, Width, [], Way, _options);
        using BallCounts balls = new(Count, 1);
        for (int row = 0; row < Count; row++)
            balls.Radii(row)[0] = _radii[row];
        index.Count(balls, _options);
    }

    /// <summary>What the library does not show outside.</summary>
    public enum SearchKind
    {
        Tree,
        Panels,
    }
}
