using System.Buffers.Binary;

namespace MutualInfo.Files.Bytes;

/// <summary>The checksum of ZIP and GZIP: CRC-32, polynomial 0x04C11DB7 reflected.</summary>
/// <remarks>Eight tables take eight bytes at a time: the check must not cost more than the inflating.</remarks>
internal static class Crc32
{
    private static readonly uint[][] _tables = MakeTables();

    /// <summary>Continues a checksum; begin with 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint state = ~checksum;
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = _tables[7][low & 0xff] ^ _tables[6][(low >> 8) & 0xff] ^ _tables[5][(low >> 16) & 0xff] ^ _tables[4][low >> 24]
                ^ _tables[3][high & 0xff] ^ _tables[2][(high >> 8) & 0xff] ^ _tables[1][(high >> 16) & 0xff] ^ _tables[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (byte value in bytes)
            state = _tables[0][(state ^ value) & 0xff] ^ (state >> 8);
        return ~state;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = new uint[8][];
        for (int t = 0; t < tables.Length; t++)
        {
            tables[t] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint state = t == 0 ? i : tables[t - 1][i];
                for (int bit = 0; bit < 8; bit++)
                    state = (state & 1) != 0 ? 0xedb88320 ^ (state >> 1) : state >> 1;
                tables[t][i] = state;
            }
        }

        return tables;
    }
}
