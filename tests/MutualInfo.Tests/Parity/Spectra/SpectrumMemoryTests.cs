using MutualInfo.Kernels;

namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>The spectrum of a caller's matrix stays inside the caller's spans, and allocates nothing once warm.</summary>
public class SpectrumMemoryTests
{
    [GuardedTheory]
    [InlineData(GuardedEnd.Start), InlineData(GuardedEnd.End)]
    public void Eigenvalues_SpansBetweenPagesThatMayNotBeTouched_StayInside(GuardedEnd end)
    {
        foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(0, 70), 127, 128, 129, 255, 256, 257])
        {
            (double[] matrix, double[] expected) = ClosedFormMatrices.Of("minimum", n);
            using GuardedMemory<double> input = new(matrix, end);
            using GuardedMemory<double> destination = new(n, end);
            input.Seal();
            SymmetricSpectrum.Eigenvalues(input.Span, n, destination.Span);
            EigenvalueBound.Require(expected, destination.Span.ToArray(), $"n = {n}");
        }
    }

    [GuardedTheory]
    [InlineData(GuardedEnd.Start), InlineData(GuardedEnd.End)]
    public void EigenvaluesInPlace_SpansBetweenPagesThatMayNotBeTouched_StayInside(GuardedEnd end)
    {
        foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(0, 70), 127, 128, 129, 255, 256, 257])
        {
            (double[] matrix, double[] expected) = ClosedFormMatrices.Of("second difference", n);
            using GuardedMemory<double> input = new(matrix, end);
            using GuardedMemory<double> destination = new(n, end);
            SymmetricSpectrum.EigenvaluesInPlace(input.Span, n, destination.Span);
            EigenvalueBound.Require(expected, destination.Span.ToArray(), $"n = {n}");
        }
    }

    // On one thread: what helpers allocate they would allocate on their own threads, and this counts this thread's. Nothing may grow over 1,000 calls.
    [Theory]
    [InlineData(5), InlineData(60)]
    public void Eigenvalues_OnceWarm_AllocateNothing(int n)
    {
        double[] matrix = HardMatrices.Of("positive", n);
        double[] scratch = new double[n * n];
        double[] destination = new double[n];
        EstimationOptions alone = new() { MaxDegreeOfParallelism = 1 };
        void Call()
        {
            SymmetricSpectrum.Eigenvalues(matrix, n, destination, alone);
            matrix.CopyTo(scratch, 0);
            SymmetricSpectrum.EigenvaluesInPlace(scratch, n, destination, alone);
        }

        for (int i = 0; i < 40; i++)
            Call();
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (int i = 0; i < 1000; i++)
                Call();
        }));
    }
}
