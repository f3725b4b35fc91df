namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// The mean of a function under a weight on the whole line that is given by its logarithm: a peak of any width, and tails that
/// fall at least exponentially outside of a range that is given.
/// </summary>
internal sealed class PeakedIntegral(Func<double, double> logWeight, Func<double, double> function, double low, double high)
{
    // e^(−50) times the widest range of tails is below the last digit of the narrowest peak.
    private const double Negligible = 50;
    private const double GridStep = 2;

    // The difference of the two rules is the error of the coarser one; that of the finer one is about its square.
    private const double Agreement = 1e-10;
    private const int DeepestHalving = 14;

    private double _peak;
    private double _logWeightAtPeak;
    private double _functionAtPeak;
    private double _peakWidth;

    /// <summary>Σ w·f/Σ w as integrals.</summary>
    public double Mean()
    {
        double[] ends = Panels();
        _functionAtPeak = function(_peak);
        Moments sum = default;
        for (int i = 1; i < ends.Length; i++)
            sum += Integral(ends[i - 1], ends[i], DeepestHalving);
        // Relative to the value at the peak: what is common to all values is not integrated, and has no error.
        return _functionAtPeak + sum.Deviation / sum.Weight;
    }

    /// <summary>The ends of panels that grow with their distance from the peak, from one negligible tail to the other.</summary>
    private double[] Panels()
    {
        int steps = (int)((high - low + 2 * Negligible) / GridStep) + 2;
        double[] grid = [.. Enumerable.Range(0, steps).Select(i => low - Negligible + i * GridStep)];
        double[] heights = [.. grid.Select(logWeight)];
        int highest = Array.IndexOf(heights, heights.Max());
        Climb(grid[highest]);

        // A peak much narrower than the grid leaves no point of it that is felt; then the grid's nearest one stands for it.
        int leftmost = Array.FindIndex(heights, IsFelt);
        int rightmost = Array.FindLastIndex(heights, IsFelt);
        double first = Math.Min(grid[leftmost < 0 ? highest : leftmost], _peak) - GridStep;
        double last = Math.Max(grid[rightmost < 0 ? highest : rightmost], _peak) + GridStep;
        _peakWidth = Math.Min(Width(-1), Width(+1));
        List<double> ends = [_peak];
        for (double distance = 2 * _peakWidth; ends[^1] < last; distance *= 2)
            ends.Add(Math.Min(_peak + distance, last));
        for (double distance = 2 * _peakWidth; ends[0] > first; distance *= 2)
            ends.Insert(0, Math.Max(_peak - distance, first));
        return [.. ends];

        bool IsFelt(double height) => height > _logWeightAtPeak - Negligible;
    }

    /// <summary>Finds the peak beside the highest point of the grid by golden sections.</summary>
    private void Climb(double start)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2;
        (double left, double right) = (start - GridStep, start + GridStep);
        (double inner, double outer) = (right - ratio * (right - left), left + ratio * (right - left));
        (double ofInner, double ofOuter) = (logWeight(inner), logWeight(outer));
        // A peak is flat: where its height is known to half the digits of u, more cannot be known.
        while (right - left > 1e-7)
        {
            if (ofInner >= ofOuter)
            {
                (right, outer, ofOuter) = (outer, inner, ofInner);
                inner = right - ratio * (right - left);
                ofInner = logWeight(inner);
            }
            else
            {
                (left, inner, ofInner) = (inner, outer, ofOuter);
                outer = left + ratio * (right - left);
                ofOuter = logWeight(outer);
            }
        }

        _peak = (left + right) / 2;
        _logWeightAtPeak = logWeight(_peak);
    }

    /// <summary>How far from the peak the weight has fallen to below 1/e, to a factor of 2.</summary>
    private double Width(int direction)
    {
        double distance = 1e-6;
        while (distance < 2 * GridStep && logWeight(_peak + direction * distance) > _logWeightAtPeak - 1)
            distance *= 2;
        return distance;
    }

    private Moments Integral(double from, double to, int halvings)
    {
        (Moments fine, Moments coarse) = GaussKronrod.Of(At, from, to);
        Moments error = fine - coarse;
        // The whole weight is about the width of the peak, whose height is 1.
        double allowed = Agreement * _peakWidth;
        bool isExact = Math.Abs(error.Weight) <= allowed && Math.Abs(error.Deviation) <= allowed * _functionAtPeak;
        if (isExact || halvings == 0)
            return fine;
        double middle = from + (to - from) / 2;
        return Integral(from, middle, halvings - 1) + Integral(middle, to, halvings - 1);
    }

    private Moments At(double u)
    {
        double weight = Math.Exp(logWeight(u) - _logWeightAtPeak);
        return weight == 0 ? default : new Moments(weight, weight * (function(u) - _functionAtPeak));
    }
}
