namespace MutualInfo.Hardware;

internal unsafe partial interface ILanes<TVector, T>
{
    /// <summary>
    /// 2^e of every lane, from the low bits of a number that holds e plus the bias of the exponent: 1023
    /// for double, 127 for float.
    /// </summary>
    /// <remarks>
    /// The number is 1.5·2⁵² + 1023 + e, or 1.5·2²³ + 127 + e: so large that its last bit is worth 1, and a shift moves e to
    /// where the exponent stands. 0 + bias 0, that is e = −1023 or −127, gives 0.
    /// </remarks>
    static abstract TVector PowerOfTwo(TVector biased);
}
