using System.Globalization;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Bench;

/// <summary>Every kernel of the backend against the CPU's, each within the bound that the documentation states.</summary>
internal sealed class Verification(GpuBackend backend, GpuBackend single, Cases cases)
{
    private const double Epsilon = 2.220446049250313e-16;

    // Sums of n similarities, each within an ulp of the exponential and of the distance's rounding.
    private const double OfSums = 1e-12;

    // S_α of α ≥ 1 in bits.
    private const double OfEntropies = 1e-10;

    // Sums of n³ products, none of them negative.
    private const double OfTraces = 1e-12;

    // One pass of four, and a last one of one.
    private static readonly double[] _widenings = [1, 0.5, 3, 0.1, 7];

    /// <summary>Runs all cases and prints a line for each.</summary>
    /// <returns>How many failed.</returns>
    public int Run()
    {
        int failed = 0;
        foreach (int n in cases.Sizes)
        {
            foreach (int d in cases.Dimensions)
                failed += Case($"n = {n}, d = {d}", Data.Gaussian(n, d, n + d), withSpectrum: n <= 2048 || d == 100);
            failed += Case($"n = {n}, d = 8, ten classes", Data.WithClasses(n, 8, n), withSpectrum: true);
            if (n >= 3)
                failed += Case($"n = {n}, d = 8, thrice", Data.WithRepetitions(n, 8, n), withSpectrum: true);
        }

        failed += Repeatable(Data.Gaussian(cases.Repeated, 20, 5));
        failed += Batched(cases.Batch);
        Console.WriteLine(failed == 0 ? "all cases hold" : $"{failed} cases failed");
        return failed;
    }

    private int Case(string name, Similarity similarity, bool withSpectrum)
    {
        int n = similarity.Count;
        double[] expected = new double[n], actual = new double[n];
        CpuBackend.Shared.RowSums(similarity, expected, EstimationOptions.Default);
        backend.RowSums(similarity, actual, EstimationOptions.Default);
        int failed = Check($"row sums, {name}", Largest(expected, actual, i => expected[i]), OfSums);

        IReadOnlyList<double[]> widened = CpuBackend.Shared.RowSumsAt(similarity, _widenings, EstimationOptions.Default);
        IReadOnlyList<double[]> widenedThere = backend.RowSumsAt(similarity, _widenings, EstimationOptions.Default);
        double worst = Enumerable.Range(0, _widenings.Length).Max(at => Largest(widened[at], widenedThere[at], i => widened[at][i]));
        failed += Check($"row sums at {_widenings.Length} bandwidths, {name}", worst, OfSums);

        double norm = CpuBackend.Shared.SquaredNorm(similarity, EstimationOptions.Default);
        double normThere = backend.SquaredNorm(similarity, EstimationOptions.Default);
        failed += Check($"squared norm, {name}", Math.Abs(norm - normThere) / norm, OfSums);
        failed += CaseOfSingle(name, similarity, expected, norm);
        if (!withSpectrum)
            return failed;

        foreach (int power in (int[])[3, 4])
        {
            double trace = CpuBackend.Shared.TraceOfPower(similarity, power, EstimationOptions.Default);
            double traceThere = backend.TraceOfPower(similarity, power, EstimationOptions.Default);
            failed += Check($"trace of power {power}, {name}", Math.Abs(trace - traceThere) / trace, OfTraces);
        }

        CpuBackend.Shared.Spectrum(similarity, expected, EstimationOptions.Default);
        backend.Spectrum(similarity, actual, EstimationOptions.Default);
        failed += Check($"eigenvalues, {name}", Largest(expected, actual, _ => expected[^1]), 2 * n * Epsilon);
        foreach (double order in (double[])[1, 1.01, 2, 5])
            failed += Check($"S of order {order}, {name}", Math.Abs(Bits(expected, order) - Bits(actual, order)), OfEntropies);
        return failed;
    }

    // The bound that GpuPrecision.Single states for one similarity; coordinates are in bandwidths.
    private int CaseOfSingle(string name, Similarity similarity, double[] sums, double norm)
    {
        double[] actual = new double[sums.Length];
        single.RowSums(similarity, actual, EstimationOptions.Default);
        double bound = sums.Length * Data.SinglePrecisionBound(similarity);
        int failed = Check($"row sums in single precision, {name}", Largest(sums, actual, _ => 1), bound);
        double normThere = single.SquaredNorm(similarity, EstimationOptions.Default);
        return failed + Check($"squared norm in single precision, {name}", Math.Abs(norm - normThere), sums.Length * bound);
    }

    private int Repeatable(Similarity similarity)
    {
        (string Name, Func<double[]> Call)[] calls =
        [
            ("row sums", () => Filled(similarity, destination => backend.RowSums(similarity, destination, EstimationOptions.Default))),
            ("row sums at several bandwidths", () => [.. backend.RowSumsAt(similarity, _widenings, EstimationOptions.Default).SelectMany(sums => sums)]),
            ("squared norm", () => [backend.SquaredNorm(similarity, EstimationOptions.Default)]),
            ("eigenvalues", () => Filled(similarity, destination => backend.Spectrum(similarity, destination, EstimationOptions.Default))),
        ];
        int failed = 0;
        foreach ((string name, Func<double[]> call) in calls)
        {
            double[] first = call();
            int others = Enumerable.Range(1, 9).Count(_ => !call().AsSpan().SequenceEqual(first));
            failed += Check($"{name} of other bits, of ten runs", others, 0);
        }

        return failed;
    }

    private int Batched(int[] sizes)
    {
        Similarity[] batch = [.. sizes.Select((n, i) => Data.Gaussian(n, 5 + i, i))];
        IReadOnlyList<double[]> together = backend.Spectra(batch, EstimationOptions.Default);
        int others = batch.Where((one, i) =>
            !Filled(one, destination => backend.Spectrum(one, destination, EstimationOptions.Default)).AsSpan().SequenceEqual(together[i])).Count();
        return Check($"spectra of other bits in a batch of {batch.Length} than alone", others, 0);
    }

    private static double[] Filled(Similarity similarity, Action<double[]> call)
    {
        double[] values = new double[similarity.Count];
        call(values);
        return values;
    }

    private static double Largest(double[] expected, double[] actual, Func<int, double> scale) =>
        Enumerable.Range(0, expected.Length).Max(i => Math.Abs(expected[i] - actual[i]) / scale(i));

    private static double Bits(double[] eigenvalues, double order)
    {
        double sum = 0;
        foreach (double value in eigenvalues.Where(value => value > 0))
            sum += order == 1 ? -value * Math.Log2(value) : Math.Pow(value, order);
        return order == 1 ? sum : Math.Log2(sum) / (1 - order);
    }

    private static int Check(string what, double error, double bound)
    {
        bool holds = error <= bound;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(holds ? "ok    " : "FAILED")} {what}: {error:0.0e+00} of {bound:0.0e+00}"));
        return holds ? 0 : 1;
    }
}
