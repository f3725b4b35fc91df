namespace MutualInfo.Hardware;

internal unsafe partial interface ILanes<TVector, T>
{
    /// <summary>Adds the sums of four vectors to four numbers that lie one after another.</summary>
    static abstract void AddSums(TVector first, TVector second, TVector third, TVector fourth, T* destination);
}
