using System.Runtime.InteropServices;
using System.Text;

namespace MutualInfo.SampleTests;

/// <summary>Reads NumPy's format, version 1, as far as the reference data uses it: little-endian 32-bit numbers in C order.</summary>
internal static class NpyFile
{
    private const int Prefix = 10;

    public static int[] ReadInt32(string path) => Read<int>(path, "'<i4'");

    public static float[] ReadSingle(string path) => Read<float>(path, "'<f4'");

    private static T[] Read<T>(string path, string type) where T : unmanaged
    {
        byte[] bytes = File.ReadAllBytes(path);
        int headerLength = bytes[8] | (bytes[9] << 8);
        string header = Encoding.ASCII.GetString(bytes, Prefix, headerLength);
        if (!header.Contains(type, StringComparison.Ordinal) || !header.Contains("'fortran_order': False", StringComparison.Ordinal))
            throw new InvalidDataException($"{path} holds something else: {header}");
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan(Prefix + headerLength)).ToArray();
    }
}
