namespace MutualInfo.Hardware;

/// <content>What recurrences that divide and count signs need beside products and sums.</content>
internal unsafe partial interface ILanes<TVector, T>
{
    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>
    /// 1/x to within two units in the last place, off the divider where the machine has another way; for
    /// 1e−290 &lt; |x| &lt; 1e290.
    /// </summary>
    /// <remarks>
    /// The divider takes one vector at a time, so a loop that divides half of its vectors and gives the rest to this is faster.
    /// </remarks>
    static abstract TVector Reciprocal(TVector value);

    /// <summary>The value, or −least where it is smaller than that in magnitude.</summary>
    static abstract TVector AwayFromZero(TVector value, TVector least);

    /// <summary>
    /// Adds 1 where the sign bit of a value is set. The counts are whole numbers in the bits of their
    /// lanes, not floating-point ones.
    /// </summary>
    static abstract TVector CountNegative(TVector counts, TVector value);
}
