using MutualInfo.Kernels;

namespace MutualInfo.Tests.Parity;

// What the CPU says of it.
public partial class GramStructureTests
{
    [Fact]
    public void Estimate_RepeatedRowsAndLabels_SayWhatWasSolved()
    {
        double[] values = [1, 2, 1, 2, 3, 3, 1, 4];
        Symbols labels = Symbols.FromLabels([0, 0, 0, 0, 1, 1, 1, 1]);

        EstimateDiagnostics diagnostics = Estimators.MatrixRenyi().Estimate(Samples.FromScalars<double>(values), labels).Diagnostics;

        Assert.Equal(new GramStructure { SampleCount = 8, BlockCount = 1, DistinctCount = 4, LargestSolved = 4 }, diagnostics.StructureX);
        Assert.Equal(new GramStructure { SampleCount = 8, BlockCount = 2, DistinctCount = 2, LargestSolved = 0 }, diagnostics.StructureY);
        Assert.Equal(new GramStructure { SampleCount = 8, BlockCount = 2, DistinctCount = 5, LargestSolved = 3 }, diagnostics.JointStructure);
        Assert.Contains("joint Gram matrix: 5 distinct of 8 samples in 2 block(s), the largest of 3", diagnostics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_OrderTwo_SaysThatNothingWasSolved()
    {
        EstimateDiagnostics diagnostics = Estimators.MatrixRenyi(2).Estimate(Samples.FromScalars([1.0, 1, 2]), Symbols.Distinct(3)).Diagnostics;
        Assert.Equal(new GramStructure { SampleCount = 3, BlockCount = 1, DistinctCount = 3, LargestSolved = 0 }, diagnostics.StructureX);
        Assert.Equal("no eigenvalues, 1 block(s)", diagnostics.StructureX!.ToString());
    }

    [Fact]
    public void Estimate_KernelDensity_HasNoStructure() =>
        Assert.Null(Estimators.KernelDensity().Estimate(Samples.FromScalars([1.0, 1, 2]), Symbols.Distinct(3)).Diagnostics.JointStructure);
}
