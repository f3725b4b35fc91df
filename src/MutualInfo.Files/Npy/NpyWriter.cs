using System.Runtime.InteropServices;
using System.Text;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Npy;

/// <summary>Writes NPY 1.0 in the byte order of this machine, as NumPy does.</summary>
internal static class NpyWriter
{
    private const int Alignment = 64;
    private const int PrefixBytes = 10;

    public static void Write<T>(Stream stream, ReadOnlySpan<T> values, string shape) where T : unmanaged
    {
        char order = BitConverter.IsLittleEndian ? '<' : '>';
        string dictionary = $"{{'descr': '{order}{Kind<T>()}', 'fortran_order': False, 'shape': {shape}, }}";

        // The numbers begin at a multiple of 64 bytes, so that a mapped file is aligned.
        int end = (PrefixBytes + dictionary.Length + 1 + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[end];
        ReadOnlySpan<byte> magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];
        magic.CopyTo(header);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(end - PrefixBytes));
        Encoding.ASCII.GetBytes(dictionary.PadRight(end - PrefixBytes - 1) + '\n', header.AsSpan(PrefixBytes));
        stream.Write(header);

        // A span of bytes holds at most 2^31 of them; numbers are written in slices below that.
        const int Slice = 1 << 20;
        for (int start = 0; start < values.Length; start += Slice)
            stream.Write(MemoryMarshal.AsBytes(values.Slice(start, Math.Min(Slice, values.Length - start))));
    }

    /// <summary>Writes a file through a temporary one beside it, so that a failure leaves what was there.</summary>
    public static void WriteFile<T>(string path, ReadOnlySpan<T> values, string shape) where T : unmanaged
    {
        string whole = Path.GetFullPath(path);
        string temporary = $"{whole}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                Write(stream, values, shape);
            File.Move(temporary, whole, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Refuses types that are not written, before any file is touched.</summary>
    public static void RefuseType<T>(string name)
    {
        if (Kind<T>() is null)
            Throw.Unsupported(name, $"{typeof(T).Name} is not written; float, double, int and long are.");
    }

    private static string? Kind<T>()
    {
        if (typeof(T) == typeof(float))
            return "f4";
        if (typeof(T) == typeof(double))
            return "f8";
        if (typeof(T) == typeof(int))
            return "i4";
        return typeof(T) == typeof(long) ? "i8" : null;
    }
}
