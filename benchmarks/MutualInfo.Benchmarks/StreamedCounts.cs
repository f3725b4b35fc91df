using System.Diagnostics;
using System.Globalization;
using MutualInfo.Discrete;

namespace MutualInfo.Benchmarks;

/// <summary>
/// Samples streamed through counts in batches, as many as are asked for: samples a second, the memory that was taken, and the
/// information beside the truth.
/// </summary>
/// <remarks>
/// Ten labels; a layer of two neurons, the first in the middle of the label's tenth of [0, 1] or, with probability ε, of another
/// tenth, and the second anywhere: a 10-ary symmetric channel, in 10 × 10 bins. Making the samples is timed apart.
/// </remarks>
internal static class StreamedCounts
{
    private const int Batch = 1 << 18;
    private const int Letters = 10;

    // An eighth of the samples flip.
    private const double Flipped = 0.125;

    public static int Run(long samples)
    {
        EqualWidthBins bins = new(Letters, BinRange.Given(0, 1));
        float[] layer = new float[2 * Batch];
        int[] labels = new int[Batch];
        ulong state = 1;
        JointCounts counts = new();
        Stopwatch making = new();
        Stopwatch counting = new();
        using Process process = Process.GetCurrentProcess();
        long before = 0;
        while (counts.SampleCount < samples)
        {
            int length = (int)Math.Min(Batch, samples - counts.SampleCount);
            making.Start();
            Fill(layer.AsSpan(0, 2 * length), labels.AsSpan(0, length), ref state);
            making.Stop();
            counting.Start();
            counts.Add(
                KeyedSymbols.FromBins(Samples.FromRows<float>(layer.AsSpan(0, 2 * length), 2), bins), KeyedSymbols.FromLabels(labels.AsSpan(0, length)));
            counting.Stop();
            process.Refresh();
            if (before == 0)
                before = process.PeakWorkingSet64;
        }

        MutualInformationEstimate estimate = counts.Estimate();
        process.Refresh();
        double truth = Math.Log(Letters) + (1 - Flipped) * Math.Log(1 - Flipped) + Flipped * Math.Log(Flipped / (Letters - 1));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"counting {counting.Elapsed.TotalSeconds:0.00} s, {samples / counting.Elapsed.TotalSeconds / 1e6:0.0} million samples a second (making them: {making.Elapsed.TotalSeconds:0.00} s)"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"peak working set {process.PeakWorkingSet64 / 1e6:0} MB, {before / 1e6:0} MB of it after the first batch of {Batch}; the samples are {samples * 12 / 1e6:0} MB"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"I(T;Y) = {estimate.Value.Nats:0.000000} nats; the channel has {truth:0.000000}"));
        return 0;
    }

    private static void Fill(Span<float> layer, Span<int> labels, ref ulong state)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            // SplitMix64: 64 bits for three small choices and one number.
            state += 0x9E3779B97F4A7C15;
            ulong bits = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            bits ^= bits >> 31;
            int label = (int)((bits & 0xFFFFF) * Letters >> 20);
            bool flips = ((bits >> 20) & 7) == 0;
            int other = flips ? (label + 1 + (int)(((bits >> 23) & 0xFFFF) * (Letters - 1) >> 16)) % Letters : label;
            labels[i] = label;
            layer[2 * i] = (other + 0.5f) / Letters;
            layer[2 * i + 1] = (bits >> 40) * (1f / (1 << 24));
        }
    }
}
