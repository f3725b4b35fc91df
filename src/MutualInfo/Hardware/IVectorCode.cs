namespace MutualInfo.Hardware;

/// <summary>
/// Work that is compiled once for every width of vectors; <see cref="VectorPaths"/> calls the body for the path in use.
/// </summary>
/// <typeparam name="T">What a lane holds: double or float.</typeparam>
internal interface IVectorCode<T>
    where T : unmanaged
{
    void Run<TLanes, TVector>()
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged;
}
