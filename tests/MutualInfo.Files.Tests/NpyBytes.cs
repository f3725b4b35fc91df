using System.Text;

namespace MutualInfo.Files.Tests;

/// <summary>Builds NPY files byte by byte, knowing nothing of the reader.</summary>
internal static class NpyBytes
{
    public static byte[] Build(string description, string order, string shape, byte[] data, byte major = 1)
    {
        string dictionary = $"{{'descr': '{description}', 'fortran_order': {order}, 'shape': {shape}, }}\n";
        return Raw(Encoding.UTF8.GetBytes(dictionary), data, major);
    }

    public static byte[] Raw(byte[] header, byte[] data, byte major = 1)
    {
        List<byte> file = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, major, 0, (byte)header.Length, (byte)(header.Length >> 8)];
        if (major > 1)
            file.AddRange([(byte)(header.Length >> 16), (byte)(header.Length >> 24)]);
        file.AddRange(header);
        file.AddRange(data);
        return [.. file];
    }

    public static byte[] Raw(string header, int dataBytes) => Raw(Encoding.UTF8.GetBytes(header), new byte[dataBytes]);
}
