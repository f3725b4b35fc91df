namespace MutualInfo.Internal;

/// <summary>Keeps one object a thread for its next use, so that calls after the first allocate nothing.</summary>
/// <typeparam name="T">Something that holds no buffers, nor anything of the caller's, while it is not in use.</typeparam>
internal static class Spare<T>
    where T : class, new()
{
    [ThreadStatic]
    private static T? _kept;

    /// <summary>Takes the thread's object, or makes one: a nested use gets one of its own.</summary>
    public static T Take()
    {
        T taken = _kept ?? new T();
        _kept = null;
        return taken;
    }

    /// <summary>Gives it back. After an exception, leave it to the garbage collector instead.</summary>
    public static void Keep(T used) => _kept = used;
}
