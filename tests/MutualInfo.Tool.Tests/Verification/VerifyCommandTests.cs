using System.Numerics;
using MutualInfo.Discrete;
using MutualInfo.Gaussian;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Channels;
using MutualInfo.Tool.Verification.ClosedForms;
using MutualInfo.Tool.Verification.Definitions;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

public class VerifyCommandTests
{
    [Fact]
    public async Task RunAsync_Quick_PassesAndPrintsTheSeed()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int code = await MutualInfoCommand.RunAsync(["verify", "--quick"], output, error);

        Assert.Equal("", error.ToString());
        Assert.Equal(0, code);
        Assert.Contains($"all passed; seed {VerificationContext.DefaultSeed}", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("FAIL", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Help_ShowsAnExample()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Assert.Equal(0, await MutualInfoCommand.RunAsync(["verify", "--help"], output, error));
        Assert.Contains("  mutualinfo verify --quick", output.ToString(), StringComparison.Ordinal);
    }

    // A fault in one family must be seen: one part in a thousand, where answers are exact.
    [Theory]
    [InlineData("counting")]
    [InlineData("kernel density")]
    [InlineData("matrix Rényi")]
    [InlineData("KSG")]
    [InlineData("Ross")]
    [InlineData("Gaussian")]
    [InlineData("copula")]
    public void Run_SlightlyWrongFamily_MissesAndReturnsOne(string family)
    {
        VerificationContext context = new() { Quick = true, Subject = e => IsOf(e, family) ? new Scaled(e, 1.001) : e };
        IEnumerable<Check> checks = ChannelChecks.All(context).Where(c => !c.Estimator.Contains("α = 1, narrow", StringComparison.Ordinal))
            .Concat(DefinitionChecks.All(context));
        AssertMissed(checks, context);
    }

    // Bits taken for nats, a factor of 1.44: seen on sampled distributions by every estimator that meets them.
    [Theory]
    [InlineData("counting")]
    [InlineData("kernel density")]
    [InlineData("KSG")]
    [InlineData("Ross")]
    [InlineData("Gaussian")]
    [InlineData("copula")]
    public void Run_BitsForNats_MissesClosedFormsAndTasks(string family)
    {
        VerificationContext context = new() { Quick = true, Subject = e => IsOf(e, family) ? new Scaled(e, 1 / Math.Log(2)) : e };
        if (family == "counting")
        {
            AssertMissed(ClosedFormChecks.All(context), context);
            AssertMissed(TaskChecks.All(context).Where(c => c.Subject.StartsWith("1 ", StringComparison.Ordinal)), context);
        }
        else
        {
            AssertMissed(family == "kernel density" ? KernelDensityChecks.All(context) : ContinuousChecks.All(context), context);
        }
    }

    // The lower bound in place of the upper one: between them lies the truth, so neither may pass for the other.
    [Fact]
    public void Run_BoundsConfused_MissesTheNoisyLayer()
    {
        VerificationContext context = new()
        {
            Subject = e => e is KernelDensityEstimator kde ? kde with { Bound = KernelDensityBound.Lower } : e,
        };
        AssertMissed(KernelDensityChecks.All(context), context);
    }

    private static void AssertMissed(IEnumerable<Check> checks, VerificationContext context)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Assert.Equal(1, VerifyCommand.Run(checks, context, output, error));
        Assert.Contains("FAIL", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("missed: ", error.ToString(), StringComparison.Ordinal);
    }

    private static bool IsOf(IMutualInformationEstimator estimator, string family) => estimator switch
    {
        DiscreteEstimator => family == "counting",
        KernelDensityEstimator => family == "kernel density",
        KraskovEstimator => family == "KSG",
        RossEstimator => family == "Ross",
        GaussianEstimator => family == "Gaussian",
        GaussianCopulaEstimator => family == "copula",
        _ => family == "matrix Rényi",
    };

    /// <summary>A faulty estimator: the right answer times a factor.</summary>
    private sealed record Scaled(IMutualInformationEstimator Inner, double Factor) : IMutualInformationEstimator
    {
        public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
            Spoil(Inner.Estimate(x, y, options));

        public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
            where T : unmanaged, IFloatingPointIeee754<T> => Spoil(Inner.Estimate(x, y, options));

        public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
            where T : unmanaged, IFloatingPointIeee754<T> => Spoil(Inner.Estimate(x, y, options));

        private MutualInformationEstimate Spoil(MutualInformationEstimate estimate) => estimate with { Value = estimate.Value * Factor };
    }
}
