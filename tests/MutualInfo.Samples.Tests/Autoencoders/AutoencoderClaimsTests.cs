using MutualInfo.InformationPlanes.Autoencoders;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;

namespace MutualInfo.SampleTests.Autoencoders;

/// <summary>The judge, given courses that are made up: it must be able to say no.</summary>
public class AutoencoderClaimsTests
{
    [Theory]
    [InlineData(5.2, 3.6, true)]
    [InlineData(5.2, 5.0, false)]
    public void Judge_Shallow_HoldsWhereInformationFalls(double peak, double end, bool holds) =>
        Assert.Equal(holds, Only(Run(AutoencoderKind.Shallow, ("Z", peak, end)), "shallow: I(X;Z) rises, then falls").Holds);

    [Theory]
    [InlineData(6.4, 6.35, true)]
    [InlineData(6.4, 3.0, false)]
    public void Judge_Tied_HoldsWhereInformationStays(double peak, double end, bool holds) =>
        Assert.Equal(holds, Only(Run(AutoencoderKind.Tied, ("Z", peak, end)), "tied: I(X;Z) rises and stays").Holds);

    [Theory]
    [InlineData(6.5, 5.0, 2.8, true)]
    [InlineData(6.5, 2.7, 2.8, false)]
    public void Judge_Deep_HoldsInTheOrderOfDataProcessing(double e1, double e2, double z, bool holds) => Assert.Equal(
        holds, Only(Run(AutoencoderKind.Deep, ("E1", e1, e1), ("E2", e2, e2), ("Z", z, z), ("D1", 5, 5), ("D2", 6, 6)), "deep: at the end").Holds);

    [Fact]
    public void Judge_MoreThanTheCeiling_BreaksTheExactClaim() =>
        Assert.False(Only(Run(AutoencoderKind.Shallow, ("Z", 6.7, 3)), "No layer holds more").Holds);

    // 3.6 in the paper; the mean of the seeds counts, not each of them.
    [Theory]
    [InlineData(3.3, 4.1, true)]
    [InlineData(4.1, 4.2, false)]
    public void Judge_Figure_HoldsWithinItsTolerance(double first, double second, bool holds)
    {
        AutoencoderResult[] runs = [Run(AutoencoderKind.Shallow, ("Z", 5.2, first)), Run(AutoencoderKind.Shallow, ("Z", 5.2, second))];
        Claim claim = new AutoencoderClaims(runs).Judge(withFigures: true).Single(each => each.Text == "shallow: I(X;Z), end");
        Assert.Equal((ClaimKind.Figure, "3.6", holds), (claim.Kind, claim.Paper, claim.Holds));
    }

    private static Claim Only(AutoencoderResult run, string start) =>
        new AutoencoderClaims([run]).Judge(withFigures: false).Single(claim => claim.Text.StartsWith(start, StringComparison.Ordinal));

    private static AutoencoderResult Run(AutoencoderKind kind, params (string Layer, double Peak, double End)[] courses) => new()
    {
        Kind = kind,
        Seed = 1,
        Plane = new InformationPlane(courses.SelectMany(course => new[] { Point(course.Layer, 1, course.Peak), Point(course.Layer, 2, course.End) })),
        Losses = [new LossPoint(0, 1, 1)],
    };

    private static InformationPlanePoint Point(string layer, int step, double bits)
    {
        // A real estimate, for its other fields, with the information replaced.
        MutualInformationEstimate estimate = Estimators.ExactDiscrete().Estimate(Symbols.Distinct(100), Symbols.Distinct(100)) with
        {
            Value = Information.FromBits(bits),
            EntropyX = Information.FromBits(bits),
        };
        return new InformationPlanePoint
        {
            Layer = layer,
            Epoch = step,
            Estimator = Estimators.MatrixRenyi(),
            Input = estimate,
            Target = estimate,
            Elapsed = TimeSpan.Zero,
        };
    }
}
