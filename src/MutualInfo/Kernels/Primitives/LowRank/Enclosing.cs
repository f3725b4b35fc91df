namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// The enclosure of one entropy: low rank as far as that leads, or the whole spectrum where it leads nowhere and n allows it.
/// </summary>
internal sealed class Enclosing(Similarity similarity, double order, EnclosureLimits limits, EstimationOptions options)
{
    private const double Epsilon = 2.220446049250313e-16;

    private const double BytesOfFactor = 1e9;

    // A factor of a quarter of all columns costs as much as the whole spectrum.
    private const int GreatestShare = 4;

    // From here on the whole spectrum takes minutes and half a gigabyte, and bounds that are wider and sooner are more use.
    private const int MostForWholeSpectrum = 8192;

    private readonly LowRankSpectrum _spectrum = new(similarity, options);
    private readonly double _width = limits.Width.Nats;

    public EntropyEnclosure Enclose()
    {
        int most = Math.Min(_spectrum.Count, limits.MaximumRank ?? (int)Math.Max(64, BytesOfFactor / (8.0 * _spectrum.Count)));
        double target = FirstTarget();
        while (true)
        {
            if (!Refine(target, most))
                return WholeSpectrum();
            (double lower, double upper) = _spectrum.Bounds(order);
            if (upper - lower <= _width || _spectrum.IsExhausted || _spectrum.Rank >= most)
                return Result(lower, upper, _spectrum.Rank, _spectrum.Residual);
            target = Math.Min(_spectrum.Residual, target) * Math.Min(0.1, 0.5 * _width / (upper - lower));
        }
    }

    /// <summary>
    /// A residual τ that makes the enclosure about as wide as wanted where the power sum is near 1, as it is near order 1.
    /// </summary>
    private double FirstTarget()
    {
        if (double.IsPositiveInfinity(order))
            return _width / similarity.Count;
        if (order == 1)
            return _width / (1 + Math.Log(similarity.Count / _width));
        double target = 0.7 * _width * Math.Abs(1 - order) / Math.Max(1, order);
        // Above order 1 the bounds differ by τ − r·(τ/r)^α only.
        if (order is > 1 and < 2)
            target /= 1 - Math.Pow(target / _spectrum.Count, order - 1);
        return Math.Min(1, target);
    }

    /// <summary>
    /// Adds panels until the residual is as small as wanted or the rank is used up. Returns false where the
    /// whole spectrum is cheaper.
    /// </summary>
    private bool Refine(double target, int most)
    {
        int lookAt = Math.Max(64, _spectrum.Rank * 2);
        (int Rank, double Residual) before = (_spectrum.Rank, _spectrum.Residual);
        while (_spectrum.Residual > target && _spectrum.Rank < most && !_spectrum.IsExhausted)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            _spectrum.Extend(most - _spectrum.Rank);
            if (_spectrum.Rank < lookAt)
                continue;
            if (IsHopeless(before, target))
                return false;
            before = (_spectrum.Rank, _spectrum.Residual);
            lookAt = 2 * _spectrum.Rank;
        }

        return true;
    }

    /// <summary>
    /// Whether the residual, if it went on falling as fast as since the last look, would need too many columns.
    /// It falls slower and slower.
    /// </summary>
    private bool IsHopeless((int Rank, double Residual) before, double target)
    {
        if (limits.MaximumRank is not null || _spectrum.Count > MostForWholeSpectrum)
            return false;
        double rate = Math.Log(before.Residual / _spectrum.Residual) / (_spectrum.Rank - before.Rank);
        double needed = _spectrum.Rank + Math.Log(_spectrum.Residual / target) / rate;
        return !(needed <= Math.Max(64, _spectrum.Count / GreatestShare));
    }

    private EntropyEnclosure WholeSpectrum()
    {
        double[] eigenvalues = new double[similarity.Count];
        CpuBackend backend = options.Backend as CpuBackend ?? CpuBackend.Shared;
        backend.Spectrum(similarity, eigenvalues, options with { Progress = null });
        EntropyBounds bounds = new(order, eigenvalues, 0, RoundingOfWholeSpectrum(), 4 * Epsilon, 0, _spectrum.Count);
        (double lower, double upper) = bounds.Nats();
        return Result(lower, upper, similarity.Count, 0);
    }

    // As for a factor, √rank times the Frobenius norm of the errors: exponents off by 3e−13 at most, an orthogonal
    // reduction, and bisection.
    private double RoundingOfWholeSpectrum()
    {
        double n = _spectrum.Count;
        return Math.Sqrt(n) * ((n + similarity.Dimension + 16) * Epsilon + 3e-13) + 4 * n * Epsilon;
    }

    private EntropyEnclosure Result(double lower, double upper, int rank, double residual)
    {
        options.Progress?.Report(1);
        return new EntropyEnclosure
        {
            Lower = Information.FromNats(lower),
            Upper = Information.FromNats(upper),
            Rank = rank,
            ResidualTrace = residual,
            SampleCount = similarity.Count,
        };
    }
}
