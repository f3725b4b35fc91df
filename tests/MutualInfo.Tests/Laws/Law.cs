using System.Globalization;
using Xunit.Sdk;

namespace MutualInfo.Tests.Laws;

/// <summary>Runs a law over seeds and data, and says in every failure what replays it.</summary>
internal static class Law
{
    /// <summary>The distance from 1 to the next double.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    public delegate IEnumerable<Observations> Source(int seed);

    /// <summary>Runs a law for one estimator over the data that it takes.</summary>
    public static void ForAll(
        string name, Source source, Action<IMutualInformationEstimator, Observations, Specimen> law, Predicate<Observations>? where = null)
    {
        Specimen specimen = Specimens.Named(name);
        int held = 0;
        foreach (int seed in Seeds.All)
        {
            int number = seed;
            foreach (Observations whole in source(seed))
            {
                if (number++ % Math.Max(specimen.Every, TestBackend.EveryDataSet) != 0)
                    continue;
                Observations data = whole.Shortened(specimen.LargestCount);
                if (!specimen.Takes(data) || (where is not null && !where(data)))
                    continue;
                Hold($"{name} on {data}", () => law(specimen.For(data), data, specimen));
                held++;
            }
        }

        // A law that met no data has shown nothing.
        Assert.True(held > 0 || Seeds.All.Count == 1, $"{name} took none of the data.");
    }

    /// <summary>Runs a law that brings its own estimators over seeded data.</summary>
    public static void ForAll(Source source, Action<Observations> law)
    {
        foreach (int seed in Seeds.All)
        {
            int number = seed;
            foreach (Observations whole in source(seed))
            {
                if (number++ % TestBackend.EveryDataSet != 0)
                    continue;
                Observations data = whole.Shortened(TestBackend.MostSamples);
                Hold($"{data}", () => law(data));
            }
        }
    }

    public static void IsBitwiseEqual(MutualInformationEstimate expected, MutualInformationEstimate actual)
    {
        SameBits("I(X;Y)", expected.Value.Nats, actual.Value.Nats);
        SameBits("H(X)", expected.EntropyX.Nats, actual.EntropyX.Nats);
        SameBits("H(Y)", expected.EntropyY.Nats, actual.EntropyY.Nats);
        SameBits("H(X,Y)", expected.JointEntropy.Nats, actual.JointEntropy.Nats);
    }

    /// <summary>Nats no further apart than the tolerance, for each of the four numbers.</summary>
    public static void IsNear(MutualInformationEstimate expected, MutualInformationEstimate actual, double tolerance)
    {
        Near("H(X)", expected.EntropyX.Nats, actual.EntropyX.Nats, tolerance);
        Near("H(Y)", expected.EntropyY.Nats, actual.EntropyY.Nats, tolerance);
        Near("H(X,Y)", expected.JointEntropy.Nats, actual.JointEntropy.Nats, tolerance);
        // The information is made of three entropies, each with its own rounding.
        Near("I(X;Y)", expected.Value.Nats, actual.Value.Nats, 3 * tolerance);
    }

    /// <summary>Bits are nats over ln 2, and back, each by one division: 2 ulp. What is not measured is neither.</summary>
    public static void IsOneAmount(MutualInformationEstimate estimate)
    {
        foreach (Information amount in (Information[])[estimate.Value, estimate.EntropyX, estimate.EntropyY, estimate.JointEntropy])
        {
            if (!amount.IsDefined)
                continue;
            double bits = amount.Nats / Math.Log(2);
            Near("bits", bits, amount.Bits, 2 * (double.BitIncrement(Math.Abs(bits)) - Math.Abs(bits)));
            double nats = Information.FromBits(amount.Bits).Nats;
            Near("nats of the bits", amount.Nats, nats, 2 * (double.BitIncrement(Math.Abs(nats)) - Math.Abs(nats)));
        }
    }

    public static void SameBits(string what, double expected, double actual)
    {
        if (BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(actual))
            Fail(what, $"{Text(actual)}, not the bits of {Text(expected)}");
    }

    public static void Near(string what, double expected, double actual, double tolerance)
    {
        if (!(Math.Abs(expected - actual) <= tolerance))
            Fail(what, $"{Text(actual)}, expected {Text(expected)} to within {Text(tolerance)}");
    }

    public static void AtMost(string what, double actual, double bound, double tolerance)
    {
        if (!(actual <= bound + tolerance))
            Fail(what, $"{Text(actual)}, above {Text(bound)} by {Text(actual - bound)}; {Text(tolerance)} is allowed");
    }

    private static void Hold(string where, Action law)
    {
        try
        {
            law();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new XunitException($"{where}: {failure.Message}", failure);
        }
    }

    private static void Fail(string what, string message) => throw new XunitException($"{what} is {message}");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
