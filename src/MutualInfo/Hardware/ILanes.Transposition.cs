namespace MutualInfo.Hardware;

internal unsafe partial interface ILanes<TVector, T>
{
    /// <summary>Transposes a square of <see cref="Count"/> × <see cref="Count"/> numbers.</summary>
    /// <param name="source">The first number; rows are <paramref name="sourceRow"/> apart.</param>
    /// <param name="sourceRow">The distance of two rows of the source.</param>
    /// <param name="destination">Receives column c of the source as row c. Must not overlap the source.</param>
    /// <param name="destinationRow">The distance of two rows of the destination.</param>
    static abstract void Transpose(T* source, nint sourceRow, T* destination, nint destinationRow);

    /// <summary>Stores past the caches, where the machine can: for results too large to be found in them again.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">An address that is a multiple of the vector's bytes.</param>
    static abstract void StorePastCaches(TVector value, T* destination);
}
