namespace MutualInfo.Hardware;

/// <content>What searches need: magnitudes, and which lanes compare how.</content>
internal unsafe partial interface ILanes<TVector, T>
{
    static abstract TVector Abs(TVector value);

    /// <summary>A bit for each lane, the first lowest: 1 where left is less than right. Never where one is NaN.</summary>
    static abstract uint LessThan(TVector left, TVector right);
}
