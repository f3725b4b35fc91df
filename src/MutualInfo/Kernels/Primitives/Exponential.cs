using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// e^x for x ≤ 0 in every lane by itself, to within one unit in the last place; 0 below the smallest normal number.
/// </summary>
/// <remarks>
/// <para>
/// After Cody and Waite: x = n·ln 2 + r with n whole and |r| ≤ ½·ln 2, so e^x = 2ⁿ·e^r. ln 2 is taken off in two pieces; the
/// first has so few digits that n times it is exact, so r is rounded once. e^r = 1 + r + r²·q(r), with q fitted to the least
/// greatest relative error: 5.4e−18 for double, 3.6e−9 for float, far below the rounding of the three additions.
/// </para>
/// <para>
/// Below −1022.5·ln 2 = −708.74 (float: −126.5·ln 2 = −87.68) the result is 0: what is left out is less than 1.6e−308
/// (8.3e−39), and numbers without a leading digit are many times slower. No table, no look at neighbours: a lane's
/// bits depend on its x alone.
/// </para>
/// </remarks>
/// <typeparam name="TLanes">The width.</typeparam>
/// <typeparam name="TVector">Its vector.</typeparam>
/// <typeparam name="T">double or float.</typeparam>
internal static class Exponential<TLanes, TVector, T>
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>e^x of numbers from −∞ to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of(TVector x)
    {
        // Rounds x/ln 2 to a whole number n: beside a number this large, halves are gone. Its low bits then hold n + bias.
        TVector rounding = Constant(6755399441055744.0 + 1023, 12582912f + 127);
        x = TLanes.Max(x, Constant(-709.09, -88.03f)); // 2ⁿ is 0 from here on.
        TVector biased = TLanes.MultiplyAdd(x, Constant(1.4426950408889634, 1.442695f), rounding);
        TVector n = TLanes.Subtract(biased, rounding);
        TVector r = TLanes.MultiplyAdd(n, Constant(-0.6931471805598903, -0.693145751953125f), x);
        r = TLanes.MultiplyAdd(n, Constant(-5.497923018708371e-14, -1.428606765330187e-06f), r);
        TVector square = TLanes.Multiply(r, r);
        TVector scale = TLanes.PowerOfTwo(biased);
        TVector above = TLanes.MultiplyAdd(square, Quotient(r, square), r);
        return TLanes.MultiplyAdd(scale, above, scale);
    }

    /// <summary>q(r) = (e^r − 1 − r)/r², even and odd powers apart so that two chains run side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Quotient(TVector r, TVector square)
    {
        if (typeof(T) == typeof(float))
        {
            TVector evenPowers = TLanes.MultiplyAdd(
                square, Constant(0, 0.001386381103657186f), Constant(0, 0.041667237877845764f));
            evenPowers = TLanes.MultiplyAdd(square, evenPowers, Constant(0, 0.5f));
            TVector oddPowers = TLanes.MultiplyAdd(square, Constant(0, 0.008367485366761684f), Constant(0, 0.16666534543037415f));
            return TLanes.MultiplyAdd(r, oddPowers, evenPowers);
        }

        TVector even = TLanes.MultiplyAdd(square, Constant(2.762519164825209e-07, 0), Constant(2.4801508670939475e-05, 0));
        TVector odd = TLanes.MultiplyAdd(square, Constant(2.497837574492834e-08, 0), Constant(2.755764090177042e-06, 0));
        even = TLanes.MultiplyAdd(square, even, Constant(0.0013888888926805174, 0));
        odd = TLanes.MultiplyAdd(square, odd, Constant(0.00019841269466154326, 0));
        even = TLanes.MultiplyAdd(square, even, Constant(0.04166666666660394, 0));
        odd = TLanes.MultiplyAdd(square, odd, Constant(0.008333333333500078, 0));
        even = TLanes.MultiplyAdd(square, even, Constant(0.5, 0));
        odd = TLanes.MultiplyAdd(square, odd, Constant(0.16666666666666433, 0));
        return TLanes.MultiplyAdd(r, odd, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Constant(double forDouble, float forSingle) => TLanes.Create(
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(forDouble) : Unsafe.BitCast<float, T>(forSingle));
}
