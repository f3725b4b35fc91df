using MutualInfo.Kernels;

namespace MutualInfo.Tests;

public class SmokeTests
{
    [Fact]
    public void Renyi_NegativeTrap_IsExact()
    {
        MutualInformationEstimate e = Estimators.MatrixRenyi(2).Estimate(Symbols.FromLabels([1, 1, 0, 1]), Symbols.FromLabels([1, 1, 1, 0]));
        Assert.Equal(Math.Log2(24.0 / 25), e.Value.Bits, 1e-13);
    }

    [Fact]
    public void Renyi_TwoPoints_KnownValues()
    {
        MatrixRenyiEstimator r = Estimators.MatrixRenyi(1.01, new FixedBandwidth(1));
        MutualInformationEstimate e = r.Estimate(Samples.FromScalars([0.0, 1.0]), Symbols.Distinct(2));
        Assert.Equal(0.4942828636, e.EntropyX.Nats, 1e-9);
        Assert.Equal(0.4958422580, (r with { Order = 1 }).Estimate(Samples.FromScalars([0.0, 1.0]), Symbols.Distinct(2)).EntropyX.Nats, 1e-9);
        Assert.Equal(0.3798854930, (r with { Order = 2 }).Estimate(Samples.FromScalars([0.0, 1.0]), Symbols.Distinct(2)).EntropyX.Nats, 1e-9);
    }
}
