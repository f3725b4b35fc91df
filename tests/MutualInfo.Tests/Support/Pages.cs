using System.ComponentModel;
using System.Runtime.InteropServices;

namespace MutualInfo.Tests.Support;

/// <summary>The system's calls for pages of memory, on Linux and on Windows.</summary>
internal static unsafe partial class Pages
{
    private const int ReadWrite = 3;
    private const int ReadOnly = 1;
    private const int PrivateAnonymous = 0x22;
    private const uint ReserveAndCommit = 0x3000;
    private const uint Release = 0x8000;
    private const uint WindowsNoAccess = 1;
    private const uint WindowsReadOnly = 2;
    private const uint WindowsReadWrite = 4;

    /// <summary>Why guarded memory is missing here; null where it is there.</summary>
    public static string? AbsenceReason { get; } =
        OperatingSystem.IsLinux() || OperatingSystem.IsWindows() ? null : "Guard pages are mapped on Linux and on Windows only.";

    /// <summary>Maps a page without access, pages to use, and another page without access, one after another.</summary>
    public static void* MapWithout(nuint guardBytes, nuint ownBytes)
    {
        nuint all = ownBytes + 2 * guardBytes;
        if (OperatingSystem.IsWindows())
        {
            void* reserved = VirtualAlloc(null, all, ReserveAndCommit, WindowsNoAccess);
            Require(reserved != null && VirtualProtect((byte*)reserved + guardBytes, ownBytes, WindowsReadWrite, out _) != 0);
            return reserved;
        }

        void* mapped = Map(null, all, 0, PrivateAnonymous, -1, 0);
        Require((nint)mapped != -1 && Protect((byte*)mapped + guardBytes, ownBytes, ReadWrite) == 0);
        return mapped;
    }

    public static void MakeReadOnly(void* pages, nuint bytes) =>
        Require(OperatingSystem.IsWindows() ? VirtualProtect(pages, bytes, WindowsReadOnly, out _) != 0 : Protect(pages, bytes, ReadOnly) == 0);

    public static void Unmap(void* pages, nuint bytes) =>
        Require(OperatingSystem.IsWindows() ? VirtualFree(pages, 0, Release) != 0 : UnmapPages(pages, bytes) == 0);

    private static void Require(bool hasSucceeded)
    {
        if (!hasSucceeded)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial void* Map(void* address, nuint bytes, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint bytes, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int UnmapPages(void* address, nuint bytes);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial void* VirtualAlloc(void* address, nuint bytes, uint type, uint protection);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int VirtualProtect(void* address, nuint bytes, uint protection, out uint before);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int VirtualFree(void* address, nuint bytes, uint type);
}
