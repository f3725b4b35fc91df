namespace MutualInfo.Variational.Primitives;

/// <summary>Sums n × d divergences, which come row by row, over both axes.</summary>
internal sealed class RateSum(int count, int dimension)
{
    private readonly double[] _samples = new double[count];
    private readonly double[] _dimensions = new double[dimension];
    private int _next;

    /// <summary>Gets the bound, once all n·d divergences have come.</summary>
    public RateBound Bound
    {
        get
        {
            double total = 0;
            foreach (double sample in _samples)
                total += sample;
            return new RateBound(
                Information.FromNats(total / count),
                Array.ConvertAll(_samples, Information.FromNats),
                Array.ConvertAll(_dimensions, sum => Information.FromNats(sum / count)));
        }
    }

    public void Add(double nats)
    {
        (int sample, int k) = Math.DivRem(_next++, dimension);
        _samples[sample] += nats;
        _dimensions[k] += nats;
    }
}
