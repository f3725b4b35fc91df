using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Hardware;

/// <summary>Asks for memory before it is needed. A hint: any address will do, and nothing is read.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Asks for a cache line in the second level of cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToSecondLevel(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(address);
    }
}
