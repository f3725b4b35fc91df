namespace MutualInfo.Tests.Laws;

/// <summary>Which maps of the numbers change nothing: T1 to T6.</summary>
public class TransformLaws
{
    public static TheoryData<string> ScaleFree => Specimens.Promising(Promises.ScaleFree);

    public static TheoryData<string> ShiftFree => Specimens.Promising(Promises.ShiftFree);

    public static TheoryData<string> AffineFree => Specimens.Promising(Promises.AffineFree);

    public static TheoryData<string> MonotoneFree => Specimens.Promising(Promises.MonotoneFree);

    public static TheoryData<string> RotationFree => Specimens.Promising(Promises.RotationFree);

    public static TheoryData<string> InjectionFree => Specimens.Promising(Promises.InjectionFree);

    public static TheoryData<string> ComputedInDouble => Specimens.Promising(Promises.ComputedInDouble);

    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    // T1: a power of two scales edges and values alike, without rounding.
    [Theory, MemberData(nameof(ScaleFree))]
    public void Estimate_ScaledByAPowerOfTwo_IsBitwiseEqual(string name) => Law.ForAll(name, Dyadic, (estimator, data, _) =>
    {
        foreach (double scale in (double[])[0.5, 64, Math.ScaleB(1, -200), Math.ScaleB(1, 300)])
            Law.IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data with { X = data.X.Map(value => value * scale) }));
    });

    // T1: multiples of 2⁻¹⁰ shifted by whole numbers are exact, and an edge that is such a multiple is computed exactly. EBAB gives 0 a
    // symbol of its own where nothing is negative, by definition: a shift that makes 0 the least value is another layer to it.
    [Theory, MemberData(nameof(ShiftFree))]
    public void Estimate_ShiftedExactly_IsBitwiseEqual(string name) => Law.ForAll(name, Dyadic, (estimator, data, _) =>
    {
        foreach (double shift in (double[])[-5, 16, 1 << 27])
            Law.IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data with { X = data.X.Map(value => value + shift) }));
    });

    // T2, 1e-9. Scales to 1e±150; shifts so that the rounding of a·x + b, which is no fault of an estimator, stays below that.
    [Theory, MemberData(nameof(AffineFree))]
    public void Estimate_AffineMap_IsEqual(string name) => Law.ForAll(
        name,
        Related,
        (estimator, data, _) =>
        {
            foreach ((double scale, double shift) in new[] { (1e150, 0), (1e-150, 0), (3.7, 11.0), (0.01, 5.0), (1, (double)(1 << 14)) })
                Law.IsNear(estimator.Estimate(data), estimator.Estimate(data with { X = data.X.Map(value => value * scale + shift) }), 1e-9);
        });

    // T2 far from 0, where the numbers that the reliability report lists as ruinous lie: an exact shift, so that 1e-9 holds.
    [Theory, MemberData(nameof(AffineFree))]
    public void Estimate_ShiftedTo1e8_IsEqual(string name) => Law.ForAll(name, Dyadic, (estimator, data, _) =>
        Law.IsNear(estimator.Estimate(data), estimator.Estimate(data with { X = data.X.Map(value => value + (1 << 27)) }), 1e-9));

    // T3, bitwise without ties: edges lie between the same neighbours.
    [Theory, MemberData(nameof(MonotoneFree))]
    public void Estimate_IncreasingMaps_IsBitwiseEqual(string name) => Law.ForAll(name, Related, (estimator, data, _) =>
    {
        foreach (Func<double, double> map in (Func<double, double>[])[Math.Exp, value => value * value * value, Math.Asinh])
            Law.IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data.MapLayers(layer => layer.Map(map))));
    });

    // Injective maps, exact discrete: any one-to-one map of the numbers, not only an increasing one.
    [Theory, MemberData(nameof(InjectionFree))]
    public void Estimate_InjectiveMap_IsBitwiseEqual(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
        Law.IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data.MapLayers(layer => layer.Map(Scramble)))));

    // T4, 1e-10; below order 1 the floor under the eigenvalues decides, as everywhere.
    [Theory, MemberData(nameof(RotationFree))]
    public void Estimate_RotatedSamples_IsEqual(string name) => Law.ForAll(name, Related, (estimator, data, specimen) =>
        Law.IsNear(
            estimator.Estimate(data), estimator.Estimate(data with { X = Rotated(data.X, data.Seed) }), Math.Max(1e-10, specimen.Rounding)));

    // T5, bitwise. Fixed-width bins and quantised levels are not in it: they are defined in the precision of the samples.
    [Theory, MemberData(nameof(ComputedInDouble))]
    public void Estimate_SinglePrecision_IsBitwiseThatOfTheSameNumbersWidened(string name) => Law.ForAll(
        name,
        DataSets.LayersAndLabels,
        (estimator, data, specimen) =>
        {
            float[] single = data.X.ToSingle();
            Observations widened = data with { X = Variable.Layer([.. single.Select(value => (double)value)], data.X.Dimension) };
            if (!specimen.Takes(widened))
                return;
            MutualInformationEstimate narrow = estimator.Estimate(Samples.FromRows<float>(single, data.X.Dimension), data.Y.Symbols);
            Law.IsBitwiseEqual(estimator.Estimate(widened), narrow);
        },
        data => !data.Name.StartsWith("1e150", StringComparison.Ordinal));

    // T6: what views the same numbers is the same variable. Strided and transposed tensors are refused; the guards say so.
    [Theory, MemberData(nameof(All))]
    public void Estimate_SliceArrayMatrixOrTensor_IsBitwiseEqual(string name) => Law.ForAll(name, Related, (estimator, data, _) =>
    {
        int d = data.X.Dimension;
        Symbols y = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        MutualInformationEstimate expected = estimator.Estimate(data.X.Samples, y);

        double[] padded = [double.NaN, .. data.X.Values, double.NaN];
        Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromRows<double>(padded.AsSpan(1, data.X.Values.Length), d), y));

        double[,] matrix = new double[data.Count, d];
        Buffer.BlockCopy(data.X.Values.ToArray(), 0, matrix, 0, sizeof(double) * matrix.Length);
        Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromMatrix(matrix), y));

        System.Numerics.Tensors.ReadOnlyTensorSpan<double> tensor = new(data.X.Values.ToArray(), [data.Count, d]);
        Law.IsBitwiseEqual(expected, estimator.Estimate(Samples.FromTensor(tensor), y));

        SampleMatrix<double> gathered = new(d);
        gathered.Append(Samples.FromRows<double>(data.X.Values[..d], d));
        gathered.Append(data.X.Values[d..]);
        Law.IsBitwiseEqual(expected, estimator.Estimate(gathered.AsSamples(), y));
    });

    private static IEnumerable<Observations> Dyadic(int seed) => [DataSets.Dyadic(seed, 33, 3), DataSets.Dyadic(seed, 40, 1)];

    private static IEnumerable<Observations> Related(int seed) => [DataSets.Related(seed, 40, 3), DataSets.Related(seed, 33, 8)];

    // Reverses the bits of the fraction: one-to-one on finite numbers, and 0 stays 0, whose two signs are one number.
    private static double Scramble(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        const ulong Fraction = (1UL << 52) - 1;
        ulong reversed = 0;
        for (int i = 0; i < 52; i++)
            reversed |= ((bits >> i) & 1) << (51 - i);
        return BitConverter.UInt64BitsToDouble((bits & ~Fraction) | reversed);
    }

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
