using System.Diagnostics;
using System.Globalization;

namespace MutualInfo.Benchmarks;

/// <summary>
/// A dense layer of the samples beside the same arithmetic in NumPy: rounds of one and the other in turn, one thread each.
/// </summary>
/// <remarks>
/// OpenBLAS chooses its code by the processor's name and falls back to that of a Pentium 4 where it does not know it, as
/// version 0.3.21 does with some servers. The environment's OPENBLAS_CORETYPE, such as SkylakeX or Haswell, names the right
/// one; it is passed on and printed.
/// </remarks>
internal static class NumPyComparison
{
    private const int Rounds = 21;
    private const int PassesPerRound = 50;

    /// <param name="python">A Python that has NumPy.</param>
    public static int Run(string python)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "numpy_dense_layer.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string threads in (ReadOnlySpan<string>)["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[threads] = "1";
        using Process numpy = Process.Start(start) ?? throw new InvalidOperationException($"{python} did not start.");
        string version = numpy.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{python} has no NumPy.");

        var pass = new DenseLayerPass();
        TimeOurs(pass, 500);
        double[] ours = new double[Rounds], theirs = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            ours[round] = TimeOurs(pass, PassesPerRound);
            numpy.StandardInput.WriteLine(PassesPerRound);
            numpy.StandardInput.Flush();
            theirs[round] = double.Parse(numpy.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        }

        numpy.StandardInput.Close();
        numpy.WaitForExit();
        double[] ratios = [.. ours.Zip(theirs, (own, other) => own / other)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Dense layer {DenseLayerPass.Inputs} to {DenseLayerPass.Outputs}, batch {DenseLayerPass.Batch}, float32, forward and backward, one thread, median of {Rounds} rounds of {PassesPerRound}:"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  samples  {Median(ours):0.000} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {version}  {Median(theirs):0.000} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio    {Median(ratios):0.00} ({ratios.Min():0.00} to {ratios.Max():0.00})"));
        return 0;
    }

    private static double TimeOurs(DenseLayerPass pass, int passes)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < passes; i++)
            pass.Run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / passes;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
