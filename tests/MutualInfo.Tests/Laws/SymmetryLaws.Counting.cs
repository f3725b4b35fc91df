namespace MutualInfo.Tests.Laws;

// What may be repeated where symbols are counted.
public partial class SymmetryLaws
{
    public static TheoryData<string> IgnoringDuplicateColumn => Specimens.Promising(Promises.IgnoresDuplicateColumn);

    public static TheoryData<string> IgnoringRepetition => Specimens.Promising(Promises.IgnoresRepetition);

    // S5.
    [Theory, MemberData(nameof(IgnoringDuplicateColumn))]
    public void Estimate_DuplicatedColumn_IsBitwiseEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
        Law.IsBitwiseEqual(
            estimator.Estimate(data),
            estimator.Estimate(data.MapLayers(layer => layer.Columns([.. Enumerable.Range(0, layer.Dimension), layer.Dimension - 1])))));

    // S6. Shares are the same numbers, counts and n are not: four roundings.
    [Theory, MemberData(nameof(IgnoringRepetition))]
    public void Estimate_EverySampleRepeated_IsEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        int[] thrice = [.. Enumerable.Range(0, 3 * data.Count).Select(i => i % data.Count)];
        MutualInformationEstimate expected = estimator.Estimate(data);
        Law.IsNear(expected, estimator.Estimate(data.Rows(thrice)), 4 * Law.Epsilon * Math.Max(1, expected.JointEntropy.Nats));
    });
}
