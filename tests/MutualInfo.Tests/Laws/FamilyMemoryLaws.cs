using MutualInfo.Multivariate;
using MutualInfo.Tests.Gaussian;

namespace MutualInfo.Tests.Laws;

/// <summary>A thousand calls of kernels, Gaussian models and several variables hold on to nothing: X6. Counting and neighbours have tests of their own.</summary>
[Collection(nameof(Alone))]
public class FamilyMemoryLaws
{
    private readonly Observations _data = DataSets.Related(1, 60, 2);
    private readonly Symbols _labels = Symbols.FromLabels([.. Enumerable.Range(0, 60).Select(i => i % 3)]);

    // What survives a collection: 1000 calls that kept the coordinates of one variable would keep half a megabyte, and a matrix each 29. The
    // least of three, because the pool and the compiler of the runtime keep something once in a while, and a leak keeps it every time.
    [Fact]
    public void Estimate_OneThousandTimes_GrowsNoMemory()
    {
        Call(100);
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 3 && least > 400_000; attempt++)
        {
            long before = GC.GetTotalMemory(true);
            Call(1000);
            least = Math.Min(least, GC.GetTotalMemory(true) - before);
        }

        Assert.InRange(least, long.MinValue, 400_000);
    }

    private void Call(int times)
    {
        for (int i = 0; i < times; i++)
        {
            Estimators.KernelDensity(0.1).Estimate(_data.X.Samples, _labels);
            Estimators.MatrixRenyi(3).Estimate(_data.X.Samples, _labels);
            if (i % 10 == 0)
                Estimators.MatrixRenyi().Estimate(_data.X.Samples, _data.Y.Samples);
            foreach (IMutualInformationEstimator estimator in GaussianData.All)
                estimator.Estimate(_data);
            JointVariables set = Estimators.Binning(4).Observe().Add("X", _data.X.Samples).Add("Y", _data.Y.Samples).Add("Z", _labels);
            set.ConditionalMutualInformation("X", "Y", "Z");
            set.TotalCorrelation();
        }
    }
}
