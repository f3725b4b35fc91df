using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>What is summed over the features of a pair, and how the exponent −½‖u − u′‖² comes of it.</summary>
internal interface IPairForm
{
    /// <summary>Adds what one feature of two samples contributes.</summary>
    static abstract TVector Add<TLanes, TVector, T>(TVector own, TVector other, TVector sum)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    /// <summary>The exponent, never above 0.</summary>
    /// <param name="sum">The sum over all features.</param>
    /// <param name="ownHalfNorm">½‖u‖².</param>
    /// <param name="otherHalfNorm">½‖u′‖².</param>
    static abstract TVector Exponent<TLanes, TVector, T>(TVector sum, TVector ownHalfNorm, TVector otherHalfNorm)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;
}

/// <summary>
/// ‖u − u′‖² as the sum of squared differences: exact to a few ulps of itself, however close and however far out the samples are.
/// </summary>
internal readonly struct DirectForm : IPairForm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TLanes, TVector, T>(TVector own, TVector other, TVector sum)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged
    {
        TVector difference = TLanes.Subtract(own, other);
        return TLanes.MultiplyAdd(difference, difference, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exponent<TLanes, TVector, T>(TVector sum, TVector ownHalfNorm, TVector otherHalfNorm)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TLanes.Multiply(
            sum, TLanes.Create(typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(-0.5) : Unsafe.BitCast<float, T>(-0.5f)));
}

/// <summary>
/// −½‖u − u′‖² as u·u′ − ½‖u‖² − ½‖u′‖²: half the work, and a rounding in proportion to the norms rather than to the distance.
/// </summary>
/// <remarks>
/// The norms are summed in the very order of the products, so equal samples give u·u′ = ½‖u‖² + ½‖u′‖² to
/// the bit, and the exponent 0.
/// </remarks>
internal readonly struct ExpandedForm : IPairForm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TLanes, TVector, T>(TVector own, TVector other, TVector sum)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TLanes.MultiplyAdd(own, other, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exponent<TLanes, TVector, T>(TVector sum, TVector ownHalfNorm, TVector otherHalfNorm)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        TLanes.Min(TLanes.Subtract(sum, TLanes.Add(ownHalfNorm, otherHalfNorm)), TLanes.Create(default));
}
