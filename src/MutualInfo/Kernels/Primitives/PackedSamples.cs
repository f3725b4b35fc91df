using System.Numerics;
using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Samples copied into <see cref="PairPanels{T}"/>, in memory of the pool. Dispose it, in a using. Do not copy it.
/// </summary>
/// <typeparam name="T">The type that computes: double or float.</typeparam>
internal unsafe struct PackedSamples<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // The centre may be any point; the mean of so many samples is near enough to that of all.
    private const int CentredOn = 256;

    private AlignedBuffer<T> _features;
    private AlignedBuffer<T> _halfNorms;

    /// <summary>Gets the view that the loops over pairs read.</summary>
    public PairPanels<T> Panels { get; private set; }

    /// <summary>Packs samples divided by σ for similarities, in whichever evaluation is good enough for them.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="rows">Which of them, in what order; none for all.</param>
    /// <param name="sigma">The bandwidth.</param>
    /// <param name="loops">The loops that will read the panels.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="narrowest">The least multiple of σ at which similarities will be computed; null for σ alone.</param>
    public static PackedSamples<T> ForSimilarity<TSource>(
        Samples<TSource> samples, ReadOnlySpan<int> rows, double sigma, PairLoops<T> loops, EstimationOptions options, double? narrowest = null)
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        PackedSamples<T> packed = Rent(rows.IsEmpty ? samples.Count : rows.Length, samples.Dimension);
        try
        {
            using AlignedBuffer<T> centre = AlignedBuffer<T>.Rent(samples.Dimension);
            if (samples.Dimension >= ExponentError.LeastDimension)
            {
                packed.Panels = packed.View(PairEvaluation.Expanded, 0);
                Mean(samples, rows, centre.Span);
                PackingWork<TSource, T>.Run(samples, rows, centre.Span, T.CreateTruncating(sigma), packed.Panels, loops, options);
                (PairEvaluation evaluation, double refineAbove) = narrowest is { } width
                    ? ExponentError.ChooseFrom(width, packed.Panels.Count, samples.Dimension, packed.GreatestSquare(), Roundoff)
                    : ExponentError.Choose(packed.Panels.Count, samples.Dimension, packed.GreatestSquare(), Roundoff);
                packed.Panels = packed.View(evaluation, refineAbove);
                if (evaluation != PairEvaluation.Direct)
                    return packed;
            }

            packed.Panels = packed.View(PairEvaluation.Direct, 0);
            ExactShift.Of(samples, centre.Span);
            PackingWork<TSource, T>.Run(samples, rows, centre.Span, T.CreateTruncating(sigma), packed.Panels, loops, options);
            return packed;
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    /// <summary>Packs samples divided by a power of two for distances, which are exact to a few ulps of themselves.</summary>
    public static PackedSamples<T> ForDistances<TSource>(
        Samples<TSource> samples, double scale, PairLoops<T> loops, EstimationOptions options)
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        PackedSamples<T> packed = Rent(samples.Count, samples.Dimension);
        try
        {
            using AlignedBuffer<T> origin = AlignedBuffer<T>.Rent(samples.Dimension);
            origin.Span.Clear();
            packed.Panels = packed.View(PairEvaluation.Direct, 0);
            PackingWork<TSource, T>.Run(samples, [], origin.Span, T.CreateTruncating(scale), packed.Panels, loops, options);
            return packed;
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _features.Dispose();
        _halfNorms.Dispose();
    }

    private static PackedSamples<T> Rent(int count, int dimension)
    {
        int width = PairPanels<T>.Width;
        int padded = (count + width - 1) / width * width;
        long numbers = (long)padded * dimension;
        if (numbers > Array.MaxLength - width)
        {
            Throw.OutOfRange(
                nameof(dimension),
                dimension,
                FormattableString.Invariant($"{numbers} numbers of {count} samples to fit one array of {Array.MaxLength}; use fewer samples or narrower layers"));
        }

        PackedSamples<T> packed = new() { _features = AlignedBuffer<T>.Rent((int)numbers), _halfNorms = AlignedBuffer<T>.Rent(padded) };
        packed.Panels = new PairPanels<T> { Features = packed._features.Pointer, HalfNorms = packed._halfNorms.Pointer, Count = count, Dimension = dimension };
        return packed;
    }

    private static double Roundoff => typeof(T) == typeof(double) ? 1.1102230246251565e-16 : 5.9604644775390625e-8;

    private static void Mean<TSource>(Samples<TSource> samples, ReadOnlySpan<int> rows, Span<T> mean)
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        int count = rows.IsEmpty ? samples.Count : rows.Length;
        int step = Math.Max(1, count / CentredOn);
        int used = (count + step - 1) / step;
        mean.Clear();
        for (int i = 0; i < count; i += step)
        {
            ReadOnlySpan<TSource> sample = samples[rows.IsEmpty ? i : rows[i]];
            for (int k = 0; k < mean.Length; k++)
                mean[k] += T.CreateTruncating(sample[k]);
        }

        for (int k = 0; k < mean.Length; k++)
            mean[k] /= T.CreateTruncating(used);
    }

    private readonly PairPanels<T> View(PairEvaluation evaluation, double refineAbove) => new()
    {
        Features = _features.Pointer,
        HalfNorms = _halfNorms.Pointer,
        Count = Panels.Count,
        Dimension = Panels.Dimension,
        Evaluation = evaluation,
        RefineAbove = T.CreateTruncating(refineAbove),
    };

    // NaN, of an infinity less an infinity, is kept: no comparison with it holds, so the direct form is chosen.
    private readonly double GreatestSquare()
    {
        double greatest = 0;
        for (int i = 0; i < Panels.Count; i++)
            greatest = Math.Max(greatest, double.CreateTruncating(Panels.HalfNorms[i]));
        return 2 * greatest;
    }
}
