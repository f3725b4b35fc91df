using System.Runtime.InteropServices;
using System.Text;

namespace MutualInfo.SampleTests;

/// <summary>Reads NumPy's format, version 1, as far as the reference data uses it: little-endian 32-bit integers in C order.</summary>
internal static class NpyFile
{
    private const int Prefix = 10;

    public static int[] ReadInt32(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int headerLength = bytes[8] | (bytes[9] << 8);
        string header = Encoding.ASCII.GetString(bytes, Prefix, headerLength);
        if (!header.Contains("'<i4'", StringComparison.Ordinal) || !header.Contains("'fortran_order': False", StringComparison.Ordinal))
            throw new InvalidDataException($"{path} holds something else: {header}");
        return MemoryMarshal.Cast<byte, int>(bytes.AsSpan(Prefix + headerLength)).ToArray();
    }
}
