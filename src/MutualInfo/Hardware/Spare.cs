namespace MutualInfo.Hardware;

/// <summary>
/// One object of a kind that each thread keeps for its next call, so that calls with a state to share allocate nothing once warm.
/// </summary>
internal static class Spare<T>
    where T : class, new()
{
    [ThreadStatic]
    private static T? _kept;

    /// <summary>Takes the object that this thread keeps, or a new one. A nested call gets another.</summary>
    public static T Take()
    {
        T taken = _kept ?? new T();
        _kept = null;
        return taken;
    }

    /// <summary>
    /// Gives an object back for the next call on this thread. It must hold no reference to the caller's memory.
    /// </summary>
    public static void Keep(T value) => _kept = value;
}
