using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>A sum of digammas of counts, added and taken off: how often each count occurs is all it depends on.</summary>
/// <remarks>
/// Whole numbers first, one pass over ascending counts after: the order of samples and which variable comes first cannot change a
/// bit, and what is added and taken off alike is gone before anything is rounded. As many are added as taken off, so ψ(c) can be
/// replaced by ψ(c) + γ = 1 + 1/2 + … + 1/(c − 1), which is summed in twice the precision: right to the last digit or so.
/// </remarks>
internal readonly struct DigammaBalance : IDisposable
{
    private readonly Rented<int> _weights;
    private readonly int _count;

    /// <summary>Makes an empty sum over n samples, for counts from 1 to n.</summary>
    public DigammaBalance(int count)
    {
        _count = count;
        _weights = new Rented<int>(count + 1);
        _weights.Span.Clear();
    }

    /// <summary>Adds a digamma.</summary>
    public void Plus(int count) => _weights.Array[count]++;

    /// <summary>Takes a digamma off.</summary>
    public void Minus(int count) => _weights.Array[count]--;

    /// <summary>The sum divided by n. As many must have been added as taken off.</summary>
    public double Mean()
    {
        DoubleDouble harmonic = default;
        DoubleDouble sum = default;
        for (int count = 1; count <= _count; count++)
        {
            int weight = _weights.Array[count];
            if (weight != 0)
                sum = sum.Plus(harmonic.Times(weight));
            harmonic = harmonic.Plus(DoubleDouble.Reciprocal(count));
        }

        return sum.High / _count;
    }

    public void Dispose() => _weights.Dispose();

    /// <summary>A number as the sum of two, of which the second is below the rounding of the first.</summary>
    private readonly record struct DoubleDouble(double High, double Low)
    {
        public static DoubleDouble Reciprocal(int value)
        {
            double high = 1.0 / value;
            return new DoubleDouble(high, Math.FusedMultiplyAdd(-high, value, 1) / value);
        }

        public DoubleDouble Plus(DoubleDouble other)
        {
            double high = High + other.High;
            double rest = high - High;
            double low = High - (high - rest) + (other.High - rest) + (Low + other.Low);
            double sum = high + low;
            return new DoubleDouble(sum, low - (sum - high));
        }

        public DoubleDouble Times(int factor)
        {
            double high = High * factor;
            return new DoubleDouble(high, Math.FusedMultiplyAdd(High, factor, -high) + Low * factor);
        }
    }
}
