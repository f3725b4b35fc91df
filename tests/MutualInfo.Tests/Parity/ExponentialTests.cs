using MutualInfo.Hardware;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>The vector exponential against decimal arithmetic: within one unit in the last place, on every width.</summary>
public class ExponentialTests
{
    // Below these the result is 0, as documented: 1022.5 and 126.5 times ln 2.
    private const double LeastDouble = -708.7427;
    private const double LeastSingle = -87.6827;

    public static TheoryData<VectorPath> Paths() => [.. Enum.GetValues<VectorPath>()];

    [Theory, MemberData(nameof(Paths))]
    public void OfDouble_EveryBinadeAndBoundary_IsWithinOneUlp(VectorPath path)
    {
        double[] arguments = [.. Arguments(-52, LeastDouble).Where(x => x > LeastDouble)];
        double[] actual = Apply(path, arguments);
        for (int i = 0; i < arguments.Length; i++)
        {
            double ulps = HighPrecision.ErrorOfExp(arguments[i], actual[i], Math.BitIncrement(actual[i]) - actual[i]);
            if (!(ulps <= 1))
                Assert.Fail($"{path}: e^{arguments[i]:R} = {actual[i]:R} is off by {ulps} ulp.");
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void OfSingle_EveryBinadeAndBoundary_IsWithinOneUlp(VectorPath path)
    {
        float[] arguments = [.. Arguments(-24, LeastSingle).Select(x => (float)x).Where(x => x > LeastSingle)];
        float[] actual = Apply(path, arguments);
        for (int i = 0; i < arguments.Length; i++)
        {
            double ulps = HighPrecision.ErrorOfExp(arguments[i], actual[i], MathF.BitIncrement(actual[i]) - actual[i]);
            if (!(ulps <= 1))
                Assert.Fail($"{path}: e^{arguments[i]:R} = {actual[i]:R} is off by {ulps} ulp.");
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void Of_SpecialValues_AreExact(VectorPath path)
    {
        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0], Apply(path, (double[])[0, -0.0, -double.Epsilon, -1e-17, LeastDouble - 0.001, -1e300, double.MinValue, double.NegativeInfinity]));
        Assert.Equal([1f, 1, 1, 1, 0, 0, 0, 0], Apply(path, (float[])[0, -0.0f, -float.Epsilon, -1e-9f, (float)LeastSingle - 0.001f, -1e30f, float.MinValue, float.NegativeInfinity]));
    }

    [Theory, MemberData(nameof(Paths))]
    public void Of_AnyNeighbours_IsTheSameBits(VectorPath path)
    {
        Random random = new(11);
        foreach (double x in (double[])[0, -0.3, -12.5, -708.5, -745, double.NegativeInfinity])
        {
            double expected = Apply(path, (double[])[x])[0];
            for (int run = 0; run < 50; run++)
            {
                double[] neighbours = [.. Enumerable.Range(0, 24).Select(_ => -Math.ScaleB(random.NextDouble(), random.Next(-30, 12)))];
                int at = random.Next(neighbours.Length);
                neighbours[at] = x;
                Assert.Equal(expected, Apply(path, neighbours)[at]);
            }
        }
    }

    /// <summary>Dense random arguments, every binade, and where x/ln 2 is half a whole number, to either side.</summary>
    private static IEnumerable<double> Arguments(int leastExponent, double least)
    {
        Random random = new(7);
        for (int i = 0; i < 4000; i++)
            yield return least * random.NextDouble();
        for (int i = 0; i < 2000; i++)
            yield return -random.NextDouble();
        for (int exponent = leastExponent; exponent <= 9; exponent++)
        {
            for (int i = 0; i < 20; i++)
                yield return -Math.ScaleB(1 + random.NextDouble(), exponent);
        }

        for (int n = 0; -n * Math.Log(2) > least; n++)
        {
            double boundary = -(n + 0.5) * Math.Log(2);
            foreach (double step in (double[])[-1e-6, -4e-16, 0, 4e-16, 1e-6])
                yield return boundary * (1 + step);
        }
    }

    private static double[] Apply(VectorPath path, double[] arguments)
    {
        double[] results = new double[arguments.Length + 8];
        arguments.CopyTo(results, 0);
        ExpInPlace<double> code = new(results);
        VectorPaths.Run(path, ref code);
        return results[..arguments.Length];
    }

    private static float[] Apply(VectorPath path, float[] arguments)
    {
        float[] results = new float[arguments.Length + 16];
        arguments.CopyTo(results, 0);
        ExpInPlace<float> code = new(results);
        VectorPaths.RunSingle(path, ref code);
        return results[..arguments.Length];
    }

    private readonly unsafe struct ExpInPlace<T>(T[] values) : IVectorCode<T>
        where T : unmanaged
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, T>
            where TVector : unmanaged
        {
            fixed (T* first = values)
            {
                for (int i = 0; i + TLanes.Count <= values.Length; i += TLanes.Count)
                    TLanes.Store(Exponential<TLanes, TVector, T>.Of(TLanes.Load(first + i)), first + i);
            }
        }
    }
}
