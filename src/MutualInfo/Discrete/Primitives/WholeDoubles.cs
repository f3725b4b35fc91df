using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Whole numbers from double to int, where no int conversion of doubles is common to all processors.</summary>
internal static class WholeDoubles
{
    /// <summary>Converts eight whole numbers from −2^31 to 2^31 − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector256<double> lower, Vector256<double> upper)
    {
        // Added to 1.5·2^52, the lowest bit of whose fraction is worth 1, a whole number stands in the low
        // bits, in two's complement.
        Vector256<double> unit = Vector256.Create(6755399441055744.0);
        return Vector256.Narrow((lower + unit).AsInt64(), (upper + unit).AsInt64());
    }
}
