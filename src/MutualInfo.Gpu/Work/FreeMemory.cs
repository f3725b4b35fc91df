namespace MutualInfo.Gpu.Work;

/// <summary>The memory of a device that a plan may count on.</summary>
internal static class FreeMemory
{
    // What is left to the driver and to others on the device.
    private const double Share = 0.9;

    /// <summary>The bytes that are free. Where they are fewer than those needed, pooled pieces are given back first, which are free as well.</summary>
    public static long For(IGpuEngine engine, long neededBytes)
    {
        long free = (long)(Share * engine.FreeBytes);
        if (neededBytes <= free)
            return free;
        engine.ReleaseMemory();
        return (long)(Share * engine.FreeBytes);
    }
}
