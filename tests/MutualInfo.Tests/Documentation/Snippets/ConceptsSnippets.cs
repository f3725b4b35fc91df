namespace MutualInfo.Tests.Documentation.Snippets;

public class ConceptsSnippets
{
    [Fact]
    public void Variables_BothKinds_KeepTheirShape()
    {
        float[] activations = [0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.1f, 0.2f, 0.3f, 0.7f, 0.8f, 0.9f];
        int[] classes = [3, 1, 3, -7];

        #region concepts-variables
        Samples<float> layer = Samples.FromRows(activations, dimension: 3);   // n = 4 rows of d = 3 numbers; a view
        Symbols labels = Symbols.FromLabels(classes);                         // n letters, whatever values they have
        Symbols inputs = Symbols.Distinct(4);                                 // "every input is different"
        Symbols rows = Symbols.FromRows(layer);                               // equal rows are one letter
        #endregion

        Assert.Equal((4, 3), (layer.Count, layer.Dimension));
        Assert.Equal((4, 3), (labels.Count, labels.AlphabetSize));
        Assert.Equal(4, inputs.AlphabetSize);
        Assert.Equal(3, rows.AlphabetSize);
    }

    [Fact]
    public void Estimate_ThreeEntropies_AddUp()
    {
        float[] activations = [0, 0, 0, 1];
        int[] labels = [0, 0, 1, 1];

        #region concepts-estimate
        MutualInformationEstimate estimate = Estimators.ExactDiscrete()
            .Estimate(Samples.FromScalars(activations), Symbols.FromLabels(labels));

        Information information = estimate.Value;                   // I(X;Y) = H(X) + H(Y) − H(X,Y)
        Information left = estimate.EntropyXGivenY;                 // H(X|Y), what Y leaves open about X
        string inBits = $"{information}";                           // "0.3113 bits"
        string inNats = $"{information:nats:F4}";                   // "0.2158 nats"
        double share = information / estimate.EntropyY;             // a ratio has no unit
        #endregion

        Assert.Equal(estimate.EntropyX + estimate.EntropyY - estimate.JointEntropy, information);
        Assert.Equal(0.5, left.Bits, 1e-15);
        Assert.Equal("0.3113 bits", inBits);
        Assert.Equal("0.2158 nats", inNats);
        Assert.Equal(information.Bits, share, 1e-15);
    }

    [Fact]
    public void Options_OneThread_GivesTheSameBits()
    {
        double[] values = [0.0, 0.3, 1.1, 1.2, 4.0];
        CancellationToken token = CancellationToken.None;

        #region concepts-options
        var how = new EstimationOptions { MaxDegreeOfParallelism = 1, CancellationToken = token };
        MutualInformationEstimate alone = Estimators.KernelDensity()
            .Estimate(Samples.FromScalars(values), Symbols.Distinct(values.Length), how);
        #endregion

        Assert.Equal(
            Estimators.KernelDensity().Estimate(Samples.FromScalars(values), Symbols.Distinct(values.Length)).Value, alone.Value);
    }
}
