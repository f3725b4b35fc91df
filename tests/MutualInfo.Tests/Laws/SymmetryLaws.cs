namespace MutualInfo.Tests.Laws;

/// <summary>What may be swapped, shuffled, renamed, repeated or added without a change: S1 to S7.</summary>
public partial class SymmetryLaws
{
    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    public static TheoryData<string> IgnoringConstantColumn => Specimens.Promising(Promises.IgnoresConstantColumn);

    // S1. Kernel density is held to it as well: the joint similarity has one order of factors, whichever variable comes first.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_SwappedVariables_IsBitwiseEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        MutualInformationEstimate swapped = estimator.Estimate(data.Swapped);
        Law.IsBitwiseEqual(estimator.Estimate(data), swapped with { EntropyX = swapped.EntropyY, EntropyY = swapped.EntropyX });
    });

    // S2. Counts do not know the order of samples; sums over pairs and spectra round differently in another order.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_ShuffledSamples_IsEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, specimen) =>
    {
        // The bandwidth rule that aligns with labels holds those labels, so it is shuffled with them.
        Observations shuffled = data.Rows(data.Permutation(data.Count));
        Compare(specimen, estimator.Estimate(data), specimen.For(shuffled).Estimate(shuffled));
    });

    // S3. Symbols are dense codes in the order of first appearance, so names cannot be seen by anyone downstream.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_RelabelledSymbols_IsBitwiseEqual(string name) => Law.ForAll(
        name,
        DataSets.For,
        (estimator, data, specimen) =>
        {
            // Odd factors are injective in 64 bits; wrapping gives huge and negative names.
            Observations renamed = data with
            {
                X = data.X.Rename(label => unchecked(label * 0x5DEECE66DL + data.Seed)),
                Y = data.Y.Rename(label => unchecked(-label * 0x2545F491L - 11)),
            };
            Law.IsBitwiseEqual(estimator.Estimate(data), specimen.For(renamed).Estimate(renamed));
        },
        data => !data.All(variable => variable.IsLayer));

    // S4. Sums over columns round differently in another order: 1e-12 in nats.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_ShuffledColumns_IsEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, specimen) =>
    {
        Observations shuffled = data.MapLayers(layer => layer.Columns(data.Permutation(layer.Dimension)));
        Compare(specimen, estimator.Estimate(data), specimen.For(data).Estimate(shuffled), Math.Max(1e-12, specimen.Rounding));
    });

    // S5. For kernels a difference of 0 adds nothing to a distance, so even their bits stay; the tolerance is that of the joint, whose
    // factors may come in another order.
    [BackendTheory, MemberData(nameof(IgnoringConstantColumn))]
    public void Estimate_ConstantColumnAdded_IsEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, specimen) =>
        Compare(specimen, estimator.Estimate(data), estimator.Estimate(data.MapLayers(layer => layer.WithConstantColumn(0)))));

    // S7. One division: 2 ulp.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_InBitsAndNats_AreOneAmount(string name) => Law.ForAll(name, DataSets.LayersAndLabels, (estimator, data, _) =>
        Law.IsOneAmount(estimator.Estimate(data)));

    private static void Compare(
        Specimen specimen, MutualInformationEstimate expected, MutualInformationEstimate actual, double? tolerance = null)
    {
        if (specimen.Promises.HasFlag(Promises.Counting))
            Law.IsBitwiseEqual(expected, actual);
        else
            Law.IsNear(expected, actual, (tolerance ?? specimen.Rounding) * Math.Max(1, expected.JointEntropy.Nats));
    }
}
