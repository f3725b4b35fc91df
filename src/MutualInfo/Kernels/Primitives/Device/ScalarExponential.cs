namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>e^x for x ≤ 0 in one number, to within one unit in the last place: what <see cref="Exponential{TLanes, TVector, T}"/> computes in vectors.</summary>
/// <remarks>
/// For devices, whose own exponential may take thousands of instructions and keep thirteen digits. No table, no branch. The two pieces of
/// ln 2 are such that the first product is exact, so it does not matter whether a compiler fuses the multiplications with the additions.
/// </remarks>
internal static class ScalarExponential
{
    // Beside a number this large, halves are gone: adding it rounds to a whole number n, and its low bits hold n + 1023.
    private const double Rounding = 6755399441055744.0 + 1023;

    private const float SingleRounding = 12582912.0f + 127;

    /// <summary>e^x of a number from −∞ to 0; 0 below −708.74, where the result would have no leading digit.</summary>
    public static double Of(double x)
    {
        double bounded = x < -709.09 ? -709.09 : x;
        double biased = bounded * 1.4426950408889634 + Rounding;
        double n = biased - Rounding;
        double r = bounded - n * 0.6931471805598903;
        r -= n * 5.497923018708371e-14;
        double square = r * r;
        double even = square * 2.762519164825209e-07 + 2.4801508670939475e-05;
        double odd = square * 2.497837574492834e-08 + 2.755764090177042e-06;
        even = square * even + 0.0013888888926805174;
        odd = square * odd + 0.00019841269466154326;
        even = square * even + 0.04166666666660394;
        odd = square * odd + 0.008333333333500078;
        even = square * even + 0.5;
        odd = square * odd + 0.16666666666666433;
        double above = square * (r * odd + even) + r;
        double scale = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(biased) << 52);
        return scale * above + scale;
    }

    /// <summary>e^x of a number from −∞ to 0 in single precision, to within one of its units; 0 below −87.69, where the result would have no leading digit.</summary>
    public static float OfSingle(float x)
    {
        float bounded = x < -88f ? -88f : x;
        float biased = bounded * 1.442695f + SingleRounding;
        float n = biased - SingleRounding;
        // The first piece of ln 2 has ten bits: its product with n is exact.
        float r = bounded - n * 0.693359375f;
        r -= n * -0.00021219444f;
        float above = 0.00019790354f;
        above = above * r + 0.0013944661f;
        above = above * r + 0.008333497f;
        above = above * r + 0.041666295f;
        above = above * r + 0.16666666f;
        above = above * r + 0.5f;
        above = above * r * r + r;
        float scale = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(biased) << 23);
        return scale * above + scale;
    }
}
