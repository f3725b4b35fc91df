using System.Numerics;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Tests.Parity;

/// <summary>The extremes of a block, in every length that two chains of vectors, one vector and single numbers share out.</summary>
public class ExtremesTests
{
    private const int Longest = 257;

    [Fact]
    public void With_FiniteBlocks_AreLeastAndGreatest()
    {
        RequireLeastAndGreatest<float>();
        RequireLeastAndGreatest<double>();
    }

    [Fact]
    public void With_NaNOrInfinityAtEveryPlace_AreNotFinite()
    {
        RequireNotFinite<float>();
        RequireNotFinite<double>();
    }

    private static void RequireLeastAndGreatest<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int length = 0; length <= Longest; length++)
        {
            T[] block = Block<T>(length);
            Extremes<T> found = Extremes<T>.None.With(block);
            Assert.Equal(block.Aggregate(T.PositiveInfinity, static (low, value) => value < low ? value : low), found.Low);
            Assert.Equal(block.Aggregate(T.NegativeInfinity, static (high, value) => value > high ? value : high), found.High);

            // Extremes from before the block stay, where they lie beyond it.
            T far = T.CreateChecked(99);
            Assert.Equal(new Extremes<T>(-far, far), new Extremes<T>(-far, far).With(block));
        }
    }

    private static void RequireNotFinite<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int length = 1; length <= Longest; length++)
        {
            T[] block = Block<T>(length);
            for (int place = 0; place < length; place++)
            {
                T before = block[place];
                foreach (T fault in (ReadOnlySpan<T>)[T.NaN, T.PositiveInfinity, T.NegativeInfinity])
                {
                    block[place] = fault;
                    Assert.False(Extremes<T>.None.With(block).AreFinite, $"{typeof(T).Name}: {fault} at {place} of {length}");
                }

                block[place] = before;
            }
        }
    }

    private static T[] Block<T>(int length) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Seeded.Normal(new Random(length), length).Select(T.CreateTruncating)];
}
