namespace MutualInfo.Tests.Laws;

// Maps that change no symbol.
public partial class TransformLaws
{
    public static TheoryData<string> ScaleFree => Specimens.Promising(Promises.ScaleFree);

    public static TheoryData<string> ShiftFree => Specimens.Promising(Promises.ShiftFree);

    public static TheoryData<string> MonotoneFree => Specimens.Promising(Promises.MonotoneFree);

    public static TheoryData<string> InjectionFree => Specimens.Promising(Promises.InjectionFree);

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
}
