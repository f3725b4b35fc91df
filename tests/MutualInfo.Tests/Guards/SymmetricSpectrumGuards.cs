using MutualInfo.Kernels;

namespace MutualInfo.Tests.Guards;

/// <summary>What the spectrum of a caller's own matrix refuses, before any work and before anything is written.</summary>
public class SymmetricSpectrumGuards
{
    [Fact]
    public void Eigenvalues_WrongShapes_Throw()
    {
        double[] destination = [7, 7, 7];
        Refusal.OutOfRange("n", () => SymmetricSpectrum.Eigenvalues([], -1, destination), "n is -1", "at least 0");
        Refusal.OutOfRange("n", () => SymmetricSpectrum.EigenvaluesInPlace([], -1, destination), "n is -1");
        Refusal.OutOfRange("n", () => SymmetricSpectrum.EigenvaluesOfMany([], 0, destination), "n is 0", "at least 1");
        Refusal.Argument("matrix", () => SymmetricSpectrum.Eigenvalues(new double[3], 2, destination), "matrix has 3 entries", "order 2 has 4");
        Refusal.Argument("matrix", () => SymmetricSpectrum.EigenvaluesInPlace(new double[5], 2, destination), "matrix has 5 entries");
        Refusal.Argument("matrices", () => SymmetricSpectrum.EigenvaluesOfMany(new double[6], 2, destination), "matrices has 6 entries", "4 each");
        Refusal.Argument("destination", () => SymmetricSpectrum.Eigenvalues(new double[16], 4, destination), "room for 3 numbers; 4 eigenvalues");
        Refusal.Argument("destination", () => SymmetricSpectrum.EigenvaluesInPlace(new double[16], 4, destination), "room for 3 numbers");
        Refusal.Argument("destination", () => SymmetricSpectrum.EigenvaluesOfMany(new double[8], 2, destination), "room for 3 numbers; 4 eigenvalues");
        Assert.Equal([7, 7, 7], destination);
    }

    [Fact]
    public void Eigenvalues_DestinationInsideTheMatrix_Throws()
    {
        double[] memory = new double[18];
        Refusal.Argument("destination", () => SymmetricSpectrum.Eigenvalues(memory.AsSpan(0, 16), 4, memory.AsSpan(12)), "destination overlaps matrix");
        Refusal.Argument("destination", () => SymmetricSpectrum.EigenvaluesInPlace(memory.AsSpan(0, 16), 4, memory.AsSpan(14)), "destination overlaps matrix");
        Refusal.Argument("destination", () => SymmetricSpectrum.EigenvaluesOfMany(memory.AsSpan(0, 16), 2, memory), "destination overlaps matrices");
    }

    // Beside one another is not overlapping, and room beyond the eigenvalues may be anywhere.
    [Fact]
    public void Eigenvalues_DestinationNextToTheMatrix_IsAllowed()
    {
        double[] memory = [2, 0, 0, 3, 9, 9, 9];
        SymmetricSpectrum.Eigenvalues(memory.AsSpan(0, 4), 2, memory.AsSpan(4));
        Assert.Equal([2, 0, 0, 3, 2, 3, 9], memory);
    }

    [Fact]
    public void Eigenvalues_NotFinite_ThrowNamingTheFirst()
    {
        double[] destination = [7, 7];
        Refusal.Argument("matrix", () => SymmetricSpectrum.Eigenvalues([1, double.NaN, 0, 1], 2, destination), "matrix[0, 1] is NaN");
        Refusal.Argument("matrix", () => SymmetricSpectrum.Eigenvalues([1, 0, double.NegativeInfinity, 1], 2, destination), "matrix[1, 0] is -Infinity");
        Refusal.Argument("matrix", () => SymmetricSpectrum.EigenvaluesInPlace([1, double.NaN, double.PositiveInfinity, 1], 2, destination), "matrix[1, 0] is Infinity");
        Refusal.Argument("matrices", () => SymmetricSpectrum.EigenvaluesOfMany([1, 0, 0, 1, 1, 0, 0, double.NaN], 2, new double[4]), "matrices[3, 1] is NaN");
        Assert.Equal([7, 7], destination);
    }

    [Fact]
    public void Eigenvalues_NotSymmetric_ThrowNamingThePair()
    {
        double[] destination = [7, 7];
        Refusal.Argument("matrix", () => SymmetricSpectrum.Eigenvalues([1, 0.5, 0.25, 1], 2, destination), "matrix[1, 0] is 0.25", "matrix[0, 1] is 0.5", "symmetric");
        Refusal.Argument("matrix", () => SymmetricSpectrum.Eigenvalues([1, 1.7e308, -1.7e308, 1], 2, destination), "matrix[1, 0] is -1.7E+308");
        Refusal.Argument("matrix", () => SymmetricSpectrum.Eigenvalues([0, double.Epsilon, 0, 0], 2, destination), "matrix[1, 0] is 0");
        Refusal.Argument("matrices", () => SymmetricSpectrum.EigenvaluesOfMany([1, 0, 0, 1, 1, 2, 3, 1], 2, new double[4]), "matrices[3, 0] is 3", "matrices[2, 1] is 2");
        Assert.Equal([7, 7], destination);
    }

    [Fact]
    public void Eigenvalues_AsymmetricByRounding_TakeTheLowerTriangle()
    {
        double[] destination = new double[2];
        SymmetricSpectrum.Eigenvalues([0, 1 + 1e-10, 1, 0], 2, destination);
        Assert.Equal(-1, destination[0], 1e-15);
        Assert.Equal(1, destination[1], 1e-15);
    }

    // 100,000 rows are 80 GB, more than a span can hold: refused at once.
    [Fact]
    public void Eigenvalues_MatrixBeyondMemory_ThrowsBeforeAllocating()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(() => SymmetricSpectrum.Eigenvalues([], 100_000, []));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Contains("A matrix of order 100000 needs 80,000,000,000 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InsufficientMemoryException>(() => SymmetricSpectrum.EigenvaluesInPlace([], 100_000, []));
        Assert.Throws<InsufficientMemoryException>(() => SymmetricSpectrum.EigenvaluesOfMany([], 100_000, []));
    }

    [Fact]
    public void Eigenvalues_Cancelled_ThrowTheTokenAndWriteNothing()
    {
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        double[] destination = [7, 7];
        OperationCanceledException stopped = Assert.Throws<OperationCanceledException>(() => SymmetricSpectrum.Eigenvalues([1, 0, 0, 1], 2, destination, cancelled));
        Assert.Equal(cancelled.CancellationToken, stopped.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => SymmetricSpectrum.EigenvaluesInPlace([1, 0, 0, 1], 2, destination, cancelled));
        Assert.Throws<OperationCanceledException>(() => SymmetricSpectrum.EigenvaluesOfMany([1, 0, 0, 1, 1, 0, 0, 1], 2, new double[4], cancelled));
        Assert.Equal([7, 7], destination);
    }
}
