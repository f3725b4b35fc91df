using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.InformationPlanes.TwoLayer;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.SampleTests.TwoLayer;

public class TwoLayerReproductionTests
{
    private static readonly Progress<double> _nobody = new();

    [Theory]
    [InlineData(SignDecoder.Free)]
    [InlineData(SignDecoder.Tied)]
    public void TrainOnSamples_SameSeed_IsBitwiseEqualAndOtherSeedsDiffer(SignDecoder decoder)
    {
        TwoLayerRisk first = TwoLayerRuns.TrainOnSamples(8, 12, decoder, seed: 1, steps: 20, _nobody);
        Assert.Equal(first.Risk, TwoLayerRuns.TrainOnSamples(8, 12, decoder, seed: 1, steps: 20, _nobody).Risk);
        Assert.NotEqual(first.Risk, TwoLayerRuns.TrainOnSamples(8, 12, decoder, seed: 2, steps: 20, _nobody).Risk);
    }

    [Fact]
    public void Descend_UpToOneBitANumber_StopsWhereTheGradientVanishes()
    {
        TwoLayerRisk run = TwoLayerRuns.Descend(8, 4, SignDecoder.Free, seed: 1, steps: 1000, _nobody);
        Assert.InRange(run.Course.Count, 10, 200);
        Assert.Equal(run.Curve, run.Risk, 1e-9);
        Assert.Equal(0, run.Excess, 1e-9);
    }

    [Fact]
    public void CodeInformation_Signs_HoldAtMostOneBitEachAndAtLeastWhatTheRiskAsksFor()
    {
        CodeInformation code = CodeInformation.Measure(8, 4, seed: 1, sampleCount: 1 << 14, EstimationOptions.Default, _nobody);
        Assert.InRange(code.After.Bits, code.Least.Bits, 4);

        // Independent signs: the plug-in entropy of 16 symbols is low by about 15/2n nats, and by no more than ten times that.
        Assert.InRange(code.After.Bits, 4 - (10 * 15 / (2.0 * (1 << 14) * Math.Log(2))), 4);
        Assert.True(code.Before < code.After);
    }

    // Claims that must fail where the numbers say so: a descent off the curve, and one below the bound.
    [Fact]
    public void Judge_DescentOffTheCurve_FailsTheExactClaims()
    {
        TwoLayerRisk[] good =
        [
            .. from rate in new[] { 0.5, 1, 1.5, 2 }
               from source in Enum.GetValues<RiskSource>()
               from decoder in Enum.GetValues<SignDecoder>()
               select Run(source, decoder, rate, SignLimits.Optimum(rate)),
        ];
        CodeInformation[] information =
        [
            new CodeInformation { Inputs = 16, Signs = 8, Before = Information.FromBits(7), After = Information.FromBits(7.995), Risk = 0.68 },
        ];
        Assert.All(new TwoLayerClaims(good, information, "images").Judge(), claim => Assert.True(claim.Holds, claim.Text));

        TwoLayerRisk[] bad = [.. good, Run(RiskSource.Descent, SignDecoder.Free, 0.75, SignLimits.Optimum(0.75) + 1e-8), Run(RiskSource.Descent, SignDecoder.Tied, 3, 0.1)];
        Assert.Equal(2, new TwoLayerClaims(bad, information, "images").Judge().Count(claim => claim.Kind == ClaimKind.Exact && !claim.Holds));
    }

    private static TwoLayerRisk Run(RiskSource source, SignDecoder decoder, double rate, double risk) => new()
    {
        Source = source,
        Decoder = decoder,
        Seed = 1,
        Inputs = 8,
        Signs = (int)(8 * rate),
        Risk = risk,
        LargestCosine = 0,
    };
}
