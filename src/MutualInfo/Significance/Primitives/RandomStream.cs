using System.Numerics;

namespace MutualInfo.Significance.Primitives;

/// <summary>
/// A stream of random numbers that no version of .NET will change: xoshiro256**, whose state SplitMix64 makes of a seed and the
/// number of the stream. Permutation k of a test has a stream of its own, so which thread draws it does not matter.
/// </summary>
/// <remarks>
/// Source: Blackman and Vigna, ACM Trans. Math. Softw. 47:36 (2021); Lemire, ACM Trans. Model. Comput. Simul. 29:3 (2019).
/// </remarks>
internal struct RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Begins a stream.</summary>
    /// <param name="seed">The seed that the user gave.</param>
    /// <param name="stream">Which of the streams of that seed.</param>
    public RandomStream(ulong seed, ulong stream)
    {
        // Both are mixed before they meet: a sum of the two would make stream 2 of seed 1 the same as stream 1 of seed 2.
        ulong state = SplitMix(ref seed);
        state ^= BitOperations.RotateLeft(SplitMix(ref stream), 32);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
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

    /// <summary>A whole number from 0 and below the bound, each equally likely.</summary>
    public int Below(int bound)
    {
        ulong high = Math.BigMul(Next(), (ulong)bound, out ulong low);
        if (low < (ulong)bound)
        {
            // The 2⁶⁴ values do not divide evenly; those left over are drawn again.
            ulong leftOver = (0 - (ulong)bound) % (ulong)bound;
            while (low < leftOver)
                high = Math.BigMul(Next(), (ulong)bound, out low);
        }

        return (int)high;
    }

    /// <summary>
    /// Writes the numbers from 0 to n − 1 in an order of which each is equally likely, by Fisher and Yates's shuffle.
    /// </summary>
    public void Permute(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
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
