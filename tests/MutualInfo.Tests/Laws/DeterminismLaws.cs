using System.Globalization;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Tests.Laws;

/// <summary>The same bits for any number of threads, for every run, for shared estimators and in every culture: X1, X4, X5, X8 and X9.</summary>
public class DeterminismLaws
{
    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    // X1 and X9. Large enough that rows of a Gram matrix really go to several threads.
    [Theory, MemberData(nameof(All))]
    public void Estimate_AnyNumberOfThreads_IsBitwiseEqual(string name)
    {
        Observations data = DataSets.Related(1, 130, 3);
        IMutualInformationEstimator estimator = Specimens.Named(name).For(data);
        MutualInformationEstimate expected = estimator.Estimate(data, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in (int[])[2, 3, 7, 16, -1, 1])
            Law.IsBitwiseEqual(expected, estimator.Estimate(data, new EstimationOptions { MaxDegreeOfParallelism = threads }));
    }

    // X1: from 513 samples on the reduction to tridiagonal form is parallel too.
    [Fact]
    public void Estimate_AnyNumberOfThreadsInTheEigensolver_IsBitwiseEqual()
    {
        Observations data = DataSets.Related(1, 530, 3) with { Y = Variable.Distinct(530) };
        MutualInformationEstimate expected = Estimators.MatrixRenyi().Estimate(data, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in (int[])[2, 3, 7, 16])
            Law.IsBitwiseEqual(expected, Estimators.MatrixRenyi().Estimate(data, new EstimationOptions { MaxDegreeOfParallelism = threads }));
    }

    // X4 and X9: one object, sixteen threads, a thousand calls each, with the garbage collector moving arrays about meanwhile.
    [Theory, MemberData(nameof(All))]
    public async Task Estimate_SharedBySixteenThreads_IsBitwiseEqual(string name)
    {
        Observations data = DataSets.Related(2, 12, 2);
        Specimen specimen = Specimens.Named(name);
        IMutualInformationEstimator estimator = specimen.For(data);
        MutualInformationEstimate expected = estimator.Estimate(data);
        EstimationOptions alone = new() { MaxDegreeOfParallelism = 1 };
        Task[] callers = [.. Enumerable.Range(0, 16).Select(caller => Task.Run(() =>
        {
            for (int call = 0; call < 1000 / specimen.Every; call++)
            {
                _ = new byte[8 * (1 + (caller + call) % 7)];
                Law.IsBitwiseEqual(expected, estimator.Estimate(data, alone));
            }
        }))];
        await Task.WhenAll(callers);
    }

    // X9: numbers that share a vector with a far one were rounded another way, and memory decided who shares one with whom.
    [Fact]
    public void RowSums_SamplesOfAllDistances_AreBitwiseEqualEveryTime()
    {
        Random random = new(5);
        double[] x = [.. Enumerable.Range(0, 200).Select(_ => Math.ScaleB(random.NextDouble(), random.Next(-6, 8)))];
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>(x), 1);
        double[] expected = new double[x.Length];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        for (int run = 0; run < 100; run++)
        {
            double[] sums = new double[x.Length];
            CpuBackend.Shared.RowSums(similarity, sums, new EstimationOptions { MaxDegreeOfParallelism = 1 + run % 5 });
            Assert.Equal(expected, sums);
        }
    }

    // X9: the framework's aggregates begin at an aligned address, and gave other bits for the same numbers elsewhere in memory.
    [Fact]
    public void OrderedSum_WhereverTheNumbersLie_IsBitwiseEqual()
    {
        foreach (int length in (int[])[1, 3, 7, 8, 31, 64, 65, 257])
        {
            Random random = new(length);
            double[] numbers = [.. Enumerable.Range(0, length).Select(_ => DataSets.Normal(random))];
            for (int offset = 0; offset < 9; offset++)
            {
                double[] room = new double[length + 9];
                numbers.CopyTo(room, offset);
                Span<double> moved = room.AsSpan(offset, length);
                Law.SameBits("the sum", OrderedSum.Of(numbers), OrderedSum.Of(moved));
                Law.SameBits("the sum of products", OrderedSum.OfProducts(numbers, numbers), OrderedSum.OfProducts(moved, moved));
            }

            // n·ε of the sum of magnitudes.
            Law.Near("the sum", numbers.Sum(), OrderedSum.Of(numbers), length * Law.Epsilon * numbers.Sum(Math.Abs));
            Law.Near("the sum of products", numbers.Sum(x => x * x), OrderedSum.OfProducts(numbers, numbers), length * Law.Epsilon * numbers.Sum(x => x * x));
        }
    }

    // X5.
    [Theory, MemberData(nameof(All))]
    public void Estimate_AnyData_LeavesItsInputsAlone(string name) => Law.ForAll(name, DataSets.LayersAndLayers, (estimator, data, _) =>
    {
        (double[] x, double[] y) = (data.X.Values.ToArray(), data.Y.Values.ToArray());
        estimator.Estimate(data);
        Assert.True(data.X.Values.SequenceEqual(x));
        Assert.True(data.Y.Values.SequenceEqual(y));
    });

    // X8: results, texts and messages.
    [Theory, InlineData("tr-TR"), InlineData("de-DE"), InlineData("ar-SA"), InlineData("fa-IR"), InlineData("")]
    public void Estimate_AnyCulture_SaysTheSame(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Observations data = DataSets.Related(3, 40, 3);
        string[] expected = [.. Specimens.All.SelectMany(specimen => Said(specimen, data)), .. SaidElsewhere(data)];
        try
        {
            CultureInfo.CurrentCulture = culture.Length > 0 ? CultureInfo.GetCultureInfo(culture) : Hostile();
            string[] actual = [.. Specimens.All.SelectMany(specimen => Said(specimen, data)), .. SaidElsewhere(data)];
            Assert.Equal(expected, actual);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Said(Specimen specimen, Observations data)
    {
        IMutualInformationEstimator estimator = specimen.For(data);
        MutualInformationEstimate estimate = estimator.Estimate(data);
        yield return BitConverter.DoubleToInt64Bits(estimate.Value.Nats).ToString(CultureInfo.InvariantCulture);
        yield return estimator.ToString()!;
        yield return estimate.ToString();
        yield return (-estimate.Value).ToString();
        yield return (estimate.Diagnostics with { Elapsed = TimeSpan.FromSeconds(1.5) }).ToString();
        yield return new EstimationOptions { MaxDegreeOfParallelism = 3 }.ToString() + EstimationOptions.Default;
        yield return Message(() => estimator.Estimate(Samples.FromScalars([1.5, double.NaN]), Symbols.Distinct(2)));
        yield return Message(() => estimator.Estimate(Samples.FromScalars([-1.5, double.NegativeInfinity, 1]), Symbols.Distinct(3)));
        yield return Message(() => estimator.Estimate(Samples.FromScalars([-1.7e308, 1.7e308, 0.5, 0.25]), Symbols.Distinct(4)));
        yield return Message(() => Estimators.Binning(-3));
        yield return Message(() => Estimators.Binning(3, -0.5, -1.5));
        yield return Message(() => Estimators.KernelDensity(-0.25));
        yield return Message(() => Estimators.MatrixRenyi(-0.5));
        yield return Message(() => Estimators.AdaptiveBinning(3, low: 0.5).Estimate(Samples.FromScalars([-1.5, 1]), Symbols.Distinct(2)));
        yield return Message(() => Samples.FromRows<double>([1.5], -1).Count);
        yield return Message(() => Samples.FromScalars<double>([])[-1].ToArray());
        yield return Message(() => Symbols.FromLabels([-1.5]));
    }

    // The families that are not in the catalogue.
    private static IEnumerable<string> SaidElsewhere(Observations data)
    {
        Symbols labels = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        MutualInformationEstimate[] estimates =
        [
            .. new IMutualInformationEstimator[] { Estimators.Kraskov(), Estimators.NearestNeighbours(), Estimators.Gaussian(), Estimators.GaussianCopula() }
                .Select(estimator => estimator.Estimate(data)),
            Estimators.Ross().Estimate(data.X.Samples, labels),
            (Estimators.ExactDiscrete() with { Entropy = new Discrete.AsymptoticNsb() }).Estimate(labels, labels),
        ];
        foreach (MutualInformationEstimate estimate in estimates)
            yield return $"{BitConverter.DoubleToInt64Bits(estimate.Value.Nats)} {estimate} {estimate.Verdict} {estimate.Diagnostics with { Elapsed = TimeSpan.FromSeconds(1.5) }}";
        MutualInfo.Multivariate.MultivariateEstimate given = Estimators.KernelDensity(0.1).Observe()
            .Add("X", data.X.Samples).Add("Y", data.Y.Samples).Add("Z", labels).ConditionalMutualInformation("X", "Y", "Z");
        yield return $"{given} {string.Join(", ", given.Terms)} {given.Diagnostics with { Elapsed = TimeSpan.FromSeconds(1.5) }}";
        yield return Message(() => Estimators.Kraskov(100).Estimate(data));
        yield return Message(() => Estimators.Gaussian().Estimate(Samples.FromScalars([0.5, 0.5, 0.5]), Samples.FromScalars([1.5, -2.5, 0.5])));
    }

    // What the framework adds about the actual value is in the culture of the reader, and not ours to change.
    private static string Message(Func<object> call)
    {
        try
        {
            return $"{BitConverter.DoubleToInt64Bits(((MutualInformationEstimate)call()).Value.Nats)}";
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message.Split('\n')[0];
        }
    }

    // Every sign and separator is another.
    private static CultureInfo Hostile()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NegativeSign = "minus ",
            PositiveSign = "plus ",
            NumberDecimalSeparator = "·",
            NumberGroupSeparator = "'",
            NaNSymbol = "nada",
            PositiveInfinitySymbol = "lots",
            NegativeInfinitySymbol = "less",
        };
        return culture;
    }
}
