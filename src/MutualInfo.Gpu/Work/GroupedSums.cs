namespace MutualInfo.Gpu.Work;

/// <summary>Sums of similarities over the samples of each one's group, at one bandwidth or several.</summary>
internal static class GroupedSums
{
    /// <summary>What a squared distance is multiplied by in the exponent, at a bandwidth so many times the similarity's own.</summary>
    public static double FactorAt(double widening) => Math.Max(-0.5 / (widening * widening), -double.MaxValue); // Times a distance of 0 it must be 0.

    /// <summary>How many bandwidths one pass takes. In single precision the registers of a thread hold the sums of one.</summary>
    public static int MostWidths(GpuPrecision precision) => precision == GpuPrecision.Single ? 1 : RowSumPlan.MostWidths;

    /// <summary>Computes Σⱼ exp(f·‖uᵢ − uⱼ‖²) for every factor f, at most <see cref="MostWidths"/>, in the order of the groups.</summary>
    /// <exception cref="InsufficientMemoryException">The device has too little memory; nothing was allocated.</exception>
    public static void Compute(
        IGpuEngine engine, GpuPrecision precision, GroupedSamples samples, ReadOnlySpan<double> factors, Span<double> sums, EstimationOptions options, string device)
    {
        if (samples.Dimension == 0)
        {
            FillWithCounts(samples, factors.Length, sums);
            return;
        }

        // A pass takes one factor or all that it has room for: what is missing repeats the last.
        Span<double> padded = stackalloc double[factors.Length == 1 ? 1 : RowSumPlan.MostWidths];
        padded.Fill(factors[^1]);
        factors.CopyTo(padded);
        RowSumPlan plan = new(samples, precision, engine.TileSide(precision), padded.Length);
        plan.RequireRoom(FreeMemory.For(engine, plan.Bytes), device);
        engine.RowSums(plan, padded, sums, options);
    }

    // Only symbols tell these samples apart: every similarity within a group is 1.
    private static void FillWithCounts(GroupedSamples samples, int widths, Span<double> sums)
    {
        for (int width = 0; width < widths; width++)
        {
            Span<double> own = sums.Slice(width * samples.Count, samples.Count);
            for (int group = 0; group + 1 < samples.Starts.Length; group++)
                own[samples.Starts[group]..samples.Starts[group + 1]].Fill(samples.Starts[group + 1] - samples.Starts[group]);
        }
    }
}
