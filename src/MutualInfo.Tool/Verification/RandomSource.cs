using System.Numerics;

namespace MutualInfo.Tool.Verification;

/// <summary>A seeded stream of random numbers whose values no version of .NET will change: xoshiro256**, seeded by SplitMix64.</summary>
/// <remarks>Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).</remarks>
internal sealed class RandomSource
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double? _spareNormal;

    public RandomSource(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>A uniform number in the open interval (0, 1): its logarithm and its normal quantile are finite.</summary>
    public double Uniform() => ((Next() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>A uniform number in (low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>A standard normal number, by Marsaglia's polar method.</summary>
    public double Normal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }

        double u, v, square;
        do
        {
            u = Uniform(-1, 1);
            v = Uniform(-1, 1);
            square = u * u + v * v;
        }
        while (square is >= 1 or 0);

        double factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spareNormal = v * factor;
        return u * factor;
    }

    /// <summary>An exponential number of mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>A chi-squared number with a whole number of degrees of freedom.</summary>
    public double ChiSquared(int degrees)
    {
        double sum = 0;
        for (int i = 0; i < degrees; i++)
        {
            double normal = Normal();
            sum += normal * normal;
        }

        return sum;
    }

    /// <summary>A Poisson number: how many exponential waits fit into the mean. Cost: O(mean).</summary>
    public int Poisson(double mean)
    {
        int count = 0;
        for (double waited = Exponential(); waited < mean; waited += Exponential())
            count++;
        return count;
    }

    private ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
