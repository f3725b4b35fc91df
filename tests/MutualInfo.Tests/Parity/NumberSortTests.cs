using System.Numerics;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Tests.Parity;

/// <summary>The radix sort against the framework's sort.</summary>
public class NumberSortTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(1023), InlineData(1024), InlineData(1025), InlineData(5000), InlineData(140_007)]
    public void Sort_AnyFiniteNumbers_EqualsTheFrameworksForAnyNumberOfThreads(int count)
    {
        Check<float>(count);
        Check<double>(count);
    }

    private static void Check<T>(int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(count);
        T greatest = T.BitDecrement(T.PositiveInfinity);
        T[] special = [greatest, -greatest, T.Epsilon, -T.Epsilon, T.Zero, T.NegativeZero, T.One, -T.One];
        T[] values = [.. Enumerable.Range(0, count).Select(i => i < special.Length
            ? special[i]
            : T.CreateTruncating((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-30, 30))))];
        T[] expected = [.. values.Select(value => value + T.Zero).Order()];
        foreach (int threads in (int[])[1, 2, 3, 16])
        {
            T[] sorted = [.. values];
            NumberSort.Sort(sorted, new T[count], new EstimationOptions { MaxDegreeOfParallelism = threads });
            Assert.True(expected.SequenceEqual(sorted), $"{typeof(T).Name}, {count} numbers, {threads} threads");
        }
    }
}
