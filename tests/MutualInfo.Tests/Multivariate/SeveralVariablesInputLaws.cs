using MutualInfo.Multivariate;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

/// <summary>What names, precision and place of the numbers may be, for conditional information and correlations: S3, T5, T6 and X5.</summary>
public class SeveralVariablesInputLaws
{
    private static readonly string[] _quantities = ["I(X;Y|Z)", "TC", "DTC"];

    public static TheoryData<string> All => SeveralVariablesLaws.All;

    public static TheoryData<string> ComputedInDouble => SeveralVariablesLaws.Joining(Promises.ComputedInDouble);

    // S3.
    [Theory, MemberData(nameof(All))]
    public void Quantities_RelabelledSymbols_AreBitwiseEqual(string name) => Law.ForAll(
        name,
        DataSets.For,
        (estimator, data, specimen) =>
        {
            Observations renamed = data with
            {
                X = data.X.Rename(label => unchecked(label * 0x5DEECE66DL + data.Seed)),
                Y = data.Y.Rename(label => unchecked(-label * 0x2545F491L - 11)),
            };
            IsSame(Quantities(estimator, data), Quantities(specimen.For(renamed), renamed));
        },
        data => !data.All(variable => variable.IsLayer));

    // T5: fixed-width bins and quantised levels are defined in the precision of the samples.
    [Theory, MemberData(nameof(ComputedInDouble))]
    public void Quantities_SinglePrecision_AreBitwiseThoseOfTheSameNumbersWidened(string name) => Law.ForAll(
        name,
        DataSets.LayersAndLabels,
        (estimator, data, specimen) =>
        {
            float[] single = data.X.ToSingle();
            Observations widened = data with { X = Variable.Layer([.. single.Select(value => (double)value)], data.X.Dimension) };
            if (!specimen.Takes(widened))
                return;
            JointVariables narrow = Observe(estimator).Add("X", Samples.FromRows<float>(single, data.X.Dimension)).Add("Y", data.Y.Symbols).Add("Z", Third(data));
            IsSame(Quantities(estimator, widened), Quantities(narrow));
        },
        data => !data.Name.StartsWith("1e150", StringComparison.Ordinal));

    // T6 and X5: a slice, which is left as it was.
    [Theory, MemberData(nameof(All))]
    public void Quantities_OfASlice_AreBitwiseEqualAndLeaveItAlone(string name) => Law.ForAll(name, DataSets.LayersAndLabels, (estimator, data, _) =>
    {
        double[] room = [double.NaN, .. data.X.Values, double.NaN];
        double[] before = [.. room];
        JointVariables moved = Observe(estimator)
            .Add("X", Samples.FromRows<double>(room.AsSpan(1, data.X.Values.Length), data.X.Dimension)).Add("Y", data.Y.Symbols).Add("Z", Third(data));
        IsSame(Quantities(estimator, data), Quantities(moved));
        Assert.Equal(before.Select(BitConverter.DoubleToInt64Bits), room.Select(BitConverter.DoubleToInt64Bits));
    });

    private static JointVariables Observe(IMutualInformationEstimator estimator) => ((IMultivariateEstimator)estimator).Observe();

    private static double[] Quantities(IMutualInformationEstimator estimator, Observations data) => Quantities(
        Add(Add(Observe(estimator), "X", data.X), "Y", data.Y).Add("Z", Third(data)));

    private static double[] Quantities(JointVariables all) =>
        [all.ConditionalMutualInformation("X", "Y", "Z").Value.Nats, all.TotalCorrelation().Value.Nats, all.DualTotalCorrelation().Value.Nats];

    private static JointVariables Add(JointVariables set, string name, Variable variable) =>
        variable.IsLayer ? set.Add(name, variable.Samples) : set.Add(name, variable.Symbols);

    private static Symbols Third(Observations data) => Symbols.FromLabels(Seeded.Labels(new Random(data.Seed * 7001 + data.Count), data.Count, 1 + data.Seed % 4));

    private static void IsSame(double[] expected, double[] actual)
    {
        foreach ((string what, double left, double right) in _quantities.Zip(expected, actual))
            Law.SameBits(what, left, right);
    }
}
