using MutualInfo.Multivariate;

namespace MutualInfo.Tests.Documentation.Snippets;

public class SeveralVariablesSnippets
{
    [Fact]
    public void ConditionalInformation_OfALayer_IsWhatItAddsToTheGroup()
    {
        Random random = new(3);
        int[] groups = Seeded.Labels(random, 300, 2);
        int[] labels = [.. groups.Select(group => random.NextDouble() < 0.8 ? group : 1 - group)];
        float[] activations = [.. labels.SelectMany(label => new[] { label + 0.3f * random.NextSingle(), random.NextSingle() })];
        const int width = 2;

        #region several-conditional
        JointVariables joint = Estimators.Binning(4).Observe()
            .Add("T", Samples.FromRows(activations, width))         // a layer: its d numbers are one variable
            .Add("Y", Symbols.FromLabels(labels))
            .Add("Z", Symbols.FromLabels(groups));                  // numbers or labels, in any order

        MultivariateEstimate toEveryone = joint.MutualInformation("T", "Y");
        MultivariateEstimate toInsiders = joint.ConditionalMutualInformation("T", "Y", given: "Z");
        MultivariateEstimate together = joint.MutualInformation(["Y", "Z"], ["T"]);

        Console.WriteLine(toInsiders);      // I(T;Y|Z) = … bits, joint entropy …, n = 300, saturation 0.42, 4 equal-width bins
        #endregion

        // The bins hold the label exactly, so what is left of it, given the group, is all that is left.
        Information left = Estimators.ExactDiscrete().Estimate(Symbols.FromLabels(labels), Symbols.FromLabels(groups)).EntropyXGivenY;
        Assert.Equal(left.Nats, toInsiders.Value.Nats, 1e-12);
        Assert.True(toEveryone.Value > toInsiders.Value && together.Value >= toEveryone.Value);
        Assert.Contains("saturation 0.42, 4 equal-width bins", toInsiders.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TotalCorrelation_OfUnits_TellsCopiesFromParts()
    {
        Random random = new(3);
        float[] activations = [.. Enumerable.Range(0, 200).SelectMany(_ =>
        {
            float one = random.NextSingle();
            return new[] { one, one, random.NextSingle() };
        })];
        const int width = 3;

        #region several-units
        JointVariables units = Estimators.MatrixRenyi(order: 2).Observe()
            .AddColumns("unit", Samples.FromRows(activations, width));          // unit.0, unit.1, …: each column a variable

        MultivariateEstimate redundancy = units.TotalCorrelation();
        MultivariateEstimate shared = units.DualTotalCorrelation();
        MultivariateEstimate ofTwo = units.TotalCorrelation("unit.0", "unit.2");    // no entropy is measured twice

        double? share = redundancy.Normalised;      // of the greatest that it can be
        double saturation = redundancy.Saturation;  // of the joint entropy of all units: at 1 there is nothing to read
        #endregion

        Assert.InRange(share!.Value, 0, 1);
        Assert.InRange(saturation, 0, 1);
        Assert.True(ofTwo.Value < redundancy.Value);
        Assert.True(shared.Value > Information.Zero);
        Assert.Equal(0, ofTwo.Diagnostics.EntropiesMeasured);
    }

    [Fact]
    public void InteractionInformation_OfAGate_ShowsTheSign()
    {
        #region several-gates
        Symbols a = Symbols.FromLabels([0, 0, 1, 1]);
        Symbols b = Symbols.FromLabels([0, 1, 0, 1]);
        JointVariables gate = Estimators.ExactDiscrete().Observe()
            .Add("a", a).Add("b", b).Add("xor", Symbols.FromLabels([0, 1, 1, 0])).Add("copy", a).Add("again", a);

        Information synergy = gate.InteractionInformation("a", "b", "xor").Value;           // +1 bit: together, not alone
        Information redundancy = gate.InteractionInformation("a", "copy", "again").Value;   // -1 bit: they repeat each other
        Information given = gate.ConditionalMutualInformation("a", "xor", "b").Value;       // 1 bit, where I(a;xor) is 0
        #endregion

        Assert.Equal(1, synergy.Bits, 1e-14);
        Assert.Equal(-1, redundancy.Bits, 1e-14);
        Assert.Equal(1, given.Bits, 1e-14);
        Assert.Equal(0, gate.MutualInformation("a", "xor").Value.Bits);
    }
}
