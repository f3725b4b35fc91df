namespace MutualInfo.Hardware;

internal unsafe partial interface ILanes<TVector, T>
{
    /// <summary>Stores the sums of four vectors, each over its lanes in one fixed order, one after another.</summary>
    static abstract void StoreSums(TVector first, TVector second, TVector third, TVector fourth, T* destination);

    /// <summary>Stores the first lanes of four vectors one after another.</summary>
    static abstract void StoreFirsts(TVector first, TVector second, TVector third, TVector fourth, T* destination);

    /// <summary>Stores four rows as columns: lane c of the four goes to <c>destination[c·stride … c·stride + 3]</c>.</summary>
    static abstract void StoreTransposed(TVector first, TVector second, TVector third, TVector fourth, T* destination, nint stride);

    /// <summary>The first lane.</summary>
    static abstract T First(TVector value);

    /// <summary>Adds the sums of four vectors to four numbers that lie one after another.</summary>
    static abstract void AddSums(TVector first, TVector second, TVector third, TVector fourth, T* destination);
}
