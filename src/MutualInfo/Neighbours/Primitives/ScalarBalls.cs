using System.Runtime.CompilerServices;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Counts in one dimension: sorted once, then every ball is two ends, found by bisection.</summary>
internal sealed class ScalarBalls : IPartitionedWork
{
    private const int PointsPerPart = 1024;

    private readonly ReadOnlyMemory<double> _values;
    private readonly double[] _sorted;
    private readonly BallCounts _balls;

    private ScalarBalls(ReadOnlyMemory<double> values, double[] sorted, BallCounts balls)
    {
        _values = values;
        _sorted = sorted;
        _balls = balls;
    }

    /// <summary>Copies numbers, ascending.</summary>
    public static void Sort(ReadOnlySpan<double> values, Span<double> sorted, EstimationOptions options)
    {
        using Rented<double> room = new(values.Length);
        values.CopyTo(sorted);
        NumberSort.Sort(sorted, room.Span, options);
    }

    /// <summary>Counts the numbers around every number, itself among them.</summary>
    /// <param name="values">n numbers.</param>
    /// <param name="sorted">The same numbers, ascending, at the beginning of an array.</param>
    /// <param name="balls">The radii; receives the counts.</param>
    /// <param name="options">Threads and cancellation.</param>
    public static void Count(ReadOnlyMemory<double> values, double[] sorted, BallCounts balls, EstimationOptions options)
    {
        WorkerTeam.Shared.Run(new ScalarBalls(values, sorted, balls), (values.Length + PointsPerPart - 1) / PointsPerPart, options);
        options.Progress?.Report(1);
    }

    public void Execute(int part)
    {
        ReadOnlySpan<double> sorted = _sorted.AsSpan(0, _values.Length);
        int end = Math.Min(_values.Length, (part + 1) * PointsPerPart);
        for (int row = part * PointsPerPart; row < end; row++)
        {
            ReadOnlySpan<double> radii = _balls.Radii(row);
            for (int ball = 0; ball < radii.Length; ball++)
            {
                if (radii[ball] >= 0)
                    (_balls.Open(row)[ball], _balls.Closed(row)[ball]) = Count(sorted, _values.Span[row], radii[ball]);
            }
        }
    }

    // What is compared is the difference itself, as everywhere: the ends of the ball, once rounded, could lie on the other side
    // of a number.
    private static (int Open, int Closed) Count(ReadOnlySpan<double> sorted, double value, double radius)
    {
        double beyond = Math.BitIncrement(radius);
        int openLow = FirstNearer(sorted, value, radius);
        int openHigh = FirstFarther(sorted, value, radius);
        int closedLow = openLow == 0 || value - sorted[openLow - 1] >= beyond ? openLow : FirstNearer(sorted, value, beyond);
        int closedHigh = openHigh == sorted.Length || sorted[openHigh] - value >= beyond ? openHigh : FirstFarther(sorted, value, beyond);
        return (Math.Max(0, openHigh - openLow), closedHigh - closedLow);
    }

    // The first number that is above the value by anything, or below it by less than the bound: value − number falls as numbers
    // rise.
    private static int FirstNearer(ReadOnlySpan<double> sorted, double value, double bound)
    {
        int low = 0;
        for (int length = sorted.Length; length > 0;)
        {
            int half = (length + 1) / 2;
            low += half & Mask(value - sorted[low + half - 1] >= bound);
            length -= half;
        }

        return low;
    }

    // The first number that is above the value by the bound or more.
    private static int FirstFarther(ReadOnlySpan<double> sorted, double value, double bound)
    {
        int low = 0;
        for (int length = sorted.Length; length > 0;)
        {
            int half = (length + 1) / 2;
            low += half & ~Mask(sorted[low + half - 1] - value >= bound);
            length -= half;
        }

        return low;
    }

    // All ones for true: a branch would be mistaken every other time, which costs more than everything else here.
    private static int Mask(bool condition) => -Unsafe.BitCast<bool, byte>(condition);
}
