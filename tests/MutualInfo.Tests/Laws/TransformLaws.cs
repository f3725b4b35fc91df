namespace MutualInfo.Tests.Laws;

/// <summary>Which maps of the numbers change nothing: T1 to T6.</summary>
public partial class TransformLaws
{
    public static TheoryData<string> AffineFree => Specimens.Promising(Promises.AffineFree);

    public static TheoryData<string> RotationFree => Specimens.Promising(Promises.RotationFree);

    public static TheoryData<string> ComputedInDouble => Specimens.Promising(Promises.ComputedInDouble);

    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    // T2, 1e-9. Scales to 1e±150; shifts so that the rounding of a·x + b, which is no fault of an estimator, stays below that.
    [BackendTheory, MemberData(nameof(AffineFree))]
    public void Estimate_AffineMap_IsEqual(string name) => Law.ForAll(
        name,
        Related,
        (estimator, data, _) =>
        {
            foreach ((double scale, double shift) in new[] { (1e150, 0), (1e-150, 0), (3.7, 11.0), (0.01, 5.0), (1, (double)(1 << 14)) })
                Law.IsNear(estimator.Estimate(data), estimator.Estimate(data with { X = data.X.Map(value => value * scale + shift) }), 1e-9);
        });

    // T2 far from 0, where the numbers that the reliability report lists as ruinous lie: an exact shift, so that 1e-9 holds.
    [BackendTheory, MemberData(nameof(AffineFree))]
    public void Estimate_ShiftedTo1e8_IsEqual(string name) => Law.ForAll(name, Dyadic, (estimator, data, _) =>
        Law.IsNear(estimator.Estimate(data), estimator.Estimate(data with { X = data.X.Map(value => value + (1 << 27)) }), 1e-9));

    // T4, 1e-10; below order 1 the floor under the eigenvalues decides, as everywhere.
    [BackendTheory, MemberData(nameof(RotationFree))]
    public void Estimate_RotatedSamples_IsEqual(string name) => Law.ForAll(name, Related, (estimator, data, specimen) =>
        Law.IsNear(
            estimator.Estimate(data), estimator.Estimate(data with { X = Rotated(data.X, data.Seed) }), Math.Max(1e-10, specimen.Rounding)));

    // T5, bitwise. Fixed-width bins and quantised levels are not in it: they are defined in the precision of the samples.
    [BackendTheory, MemberData(nameof(ComputedInDouble))]
    public void Estimate_SinglePrecision_IsBitwiseThatOfTheSameNumbersWidened(string name) => Law.ForAll(
        name,
        DataSets.LayersAndLabels,
        (estimator, data, specimen) =>
        {
            float[] single = data.X.ToSingle();
            Observations widened = data with { X = Variable.Layer([.. single.Select(value => (double)value)], data.X.Dimension) };
            if (!specimen.Takes(widened))
                return;
            MutualInformationEstimate narrow = estimator.Estimate(Samples.FromRows<float>(single, data.X.Dimension), data.Y.Symbols, TestBackend.Options);
            Law.IsBitwiseEqual(estimator.Estimate(widened), narrow);
        },
        data => !data.Name.StartsWith("1e150", StringComparison.Ordinal));

    // T6: what views the same numbers is the same variable. Strided and transposed tensors are refused; the guards say so.
    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_SliceArrayMatrixOrTensor_IsBitwiseEqual(string name) => Law.ForAll(name, Related, (estimator, data, _) =>
    {
        int d = data.X.Dimension;
        Symbols y = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        MutualInformationEstimate expected = estimator.Estimate(data.X.Samples, y, TestBackend.Options);

        double[] padded = [double.NaN, .. data.X.Values, double.NaN];
        Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromRows<double>(padded.AsSpan(1, data.X.Values.Length), d), y, TestBackend.Options));

        double[,] matrix = new double[data.Count, d];
        Buffer.BlockCopy(data.X.Values.ToArray(), 0, matrix, 0, sizeof(double) * matrix.Length);
        Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromMatrix(matrix), y, TestBackend.Options));

        System.Numerics.Tensors.ReadOnlyTensorSpan<double> tensor = new(data.X.Values.ToArray(), [data.Count, d]);
        Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromTensor(tensor), y, TestBackend.Options));

        SampleMatrix<double> gathered = new(d);
        gathered.Append(Samples.FromRows<double>(data.X.Values[..d], d));
        gathered.Append(data.X.Values[d..]);
        Law.IsBitwiseEqual(expected, estimator.Estimate(gathered.AsSamples(), y, TestBackend.Options));
    });

    private static IEnumerable<Observations> Dyadic(int seed) => [DataSets.Dyadic(seed, 33, 3), DataSets.Dyadic(seed, 40, 1)];

    private static IEnumerable<Observations> Related(int seed) => [DataSets.Related(seed, 40, 3), DataSets.Related(seed, 33, 8)];

    // A product of plane rotations.
    private static Variable Rotated(Variable layer, int seed)
    {
        Random random = new(seed);
        int d = layer.Dimension;
        double[] values = layer.Values.ToArray();
        for (int turn = 0; turn < 3 * d; turn++)
        {
            (int i, int j) = (random.Next(d), random.Next(d));
            (double sine, double cosine) = Math.SinCos(Math.Tau * random.NextDouble());
            for (int row = 0; row < layer.Count && i != j; row++)
            {
                (double a, double b) = (values[row * d + i], values[row * d + j]);
                (values[row * d + i], values[row * d + j]) = (cosine * a - sine * b, sine * a + cosine * b);
            }
        }

        return Variable.Layer(values, d);
    }
}
