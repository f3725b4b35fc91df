using MutualInfo.Kernels;

namespace MutualInfo.Tests.Guards;

/// <summary>What matrices refuse: those of the caller, and those that would not fit.</summary>
public class GramMatrixGuards
{
    [Fact]
    public void GramMatrix_NotSquareOrEmpty_Throws()
    {
        Refusal.Null("values", () => GramMatrix.FromMatrix(null!));
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new double[2, 3]), "2 rows and 3 columns", "square");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new double[0, 0]), "no samples");
        Refusal.Argument("values", () => GramMatrix.FromValues([1, 0, 0], 2), "values has 3 entries", "2 samples has 4");
        Refusal.OutOfRange("count", () => GramMatrix.FromValues([], 0), "count is 0");
    }

    [Fact]
    public void GramMatrix_ImpossibleEntries_ThrowNamingThem()
    {
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { 0.25, 1 } }), "values[1, 0] is 0.25", "values[0, 1] is 0.5", "symmetric");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, double.NaN }, { 0.5, 1 } }), "values[0, 1] is NaN");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { double.PositiveInfinity, 1 } }), "values[1, 0] is Infinity");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { 0.5, 0.0 } }), "values[1, 1] is 0");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { 0.5, double.NaN } }), "values[1, 1] is NaN");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 1.5 }, { 1.5, 1 } }), "values[1, 0] is 1.5", "positive semidefinite");
    }

    // Every pair is possible and the whole is not; no one entry is to blame, so the eigenvalue is named.
    [Fact]
    public void Entropy_IndefiniteMatrix_Throws()
    {
        GramMatrix indefinite = GramMatrix.FromMatrix(new double[,] { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } });
        GramMatrix identity = GramMatrix.FromMatrix(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } });
        Refusal.Argument("matrix", () => Estimators.MatrixRenyi().Entropy(indefinite), "matrix has the eigenvalue -0.2", "positive semidefinite");
        Refusal.Argument("x", () => Estimators.MatrixRenyi().Estimate(indefinite, identity), "x has the eigenvalue");
        Refusal.Argument("y", () => Estimators.MatrixRenyi().Estimate(identity, indefinite), "y has the eigenvalue");
    }

    [Fact]
    public void GramMatrices_NullOrOtherCounts_Throw()
    {
        GramMatrix one = GramMatrix.FromValues([1], 1);
        GramMatrix two = GramMatrix.FromValues([1, 0, 0, 1], 2);
        Refusal.Null("x", () => GramMatrix.Join(null!, one));
        Refusal.Null("y", () => GramMatrix.Join(one, null!));
        Refusal.Null("matrix", () => Estimators.MatrixRenyi().Entropy(null!));
        Refusal.Null("x", () => Estimators.MatrixRenyi().Estimate((GramMatrix)null!, one));
        Refusal.Null("y", () => Estimators.MatrixRenyi().Estimate(one, (GramMatrix)null!));
        Refusal.Argument("y", () => GramMatrix.Join(one, two), "x has 1 samples and y has 2");
        Refusal.Argument("y", () => Estimators.MatrixRenyi().Estimate(two, one), "x has 2 samples and y has 1");
    }

    // 100,000 samples are 80 GB: refused at once and before they are asked for.
    [Fact]
    public void Estimate_MatrixBeyondTheLimit_ThrowsBeforeAllocating()
    {
        const int Count = 100_000;
        double[] x = new double[Count];
        for (int i = 0; i < Count; i++)
            x[i] = i;
        Symbols y = Symbols.Distinct(Count);
        long before = GC.GetTotalAllocatedBytes();
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(
            () => Estimators.MatrixRenyi().Estimate(Samples.FromScalars<double>(x), y));
        // A few vectors of n numbers; the matrix would be a thousand times that.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100L * 8 * Count);
        Assert.Contains("100000 samples needs 80,000,000,000 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at most", refusal.Message, StringComparison.Ordinal);
        foreach (string way in (string[])["Use order 2 or kernel density, which store no matrix", "MatrixRenyiEstimator.Enclose", "a subsample"])
            Assert.Contains(way, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GaussianGram_ImpossibleArguments_Throw()
    {
        Refusal.Argument("samples", () => GaussianGram.Fill(Samples.FromScalars<double>([]), 1, new double[1]), "no samples");
        Refusal.Argument("samples", () => GaussianGram.Fill(Samples.FromScalars([1, double.NaN]), 1, new double[4]), "samples[1][0] is NaN");
        Refusal.Argument("samples", () => GaussianGram.Fill(Samples.FromScalars([float.PositiveInfinity]), 1, new float[1]), "samples[0][0] is Infinity");
        Refusal.OutOfRange("sigma", () => GaussianGram.Fill(Samples.FromScalars([1.0, 2]), 0, new double[4]), "sigma is 0");
        Refusal.OutOfRange("sigma", () => GaussianGram.Fill(Samples.FromScalars([1f, 2]), double.NaN, new float[4]), "sigma is NaN");
        Refusal.Argument("destination", () => GaussianGram.Fill(Samples.FromScalars([1.0, 2]), 1, new double[3]), "room for 3 numbers; 4 are needed");
        Refusal.Argument("destination", () => GaussianGram.Fill(Samples.FromScalars([1f, 2]), 1, new float[3]), "room for 3 numbers; 4 are needed");
    }
}
