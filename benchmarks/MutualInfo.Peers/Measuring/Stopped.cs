using System.Diagnostics;

namespace MutualInfo.Peers.Measuring;

/// <summary>The time of one call: its median and minimum over samples of repeated calls.</summary>
internal static class Stopped
{
    private const int Samples = 7;

    public static (double Median, double Minimum) SecondsOf(Action work, double leastSeconds)
    {
        double first = Sample(work, 1);
        int times = (int)Math.Clamp(leastSeconds / first, 1, 1e7);

        // Two samples that nobody sees: they bring the code to its last tier.
        double[] samples = first > 2 ? [first, Sample(work, 1)] : [.. Enumerable.Range(0, Samples + 2).Select(_ => Sample(work, times)).Skip(2)];
        Array.Sort(samples);
        return (samples[samples.Length / 2], samples[0]);
    }

    private static double Sample(Action work, int times)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds / times;
    }
}
