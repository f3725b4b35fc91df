using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MutualInfo.Files.Tests;

/// <summary>Changes good files at random: each mutant is read, or refused as documented, in time and memory.</summary>
/// <remarks>Set <c>MUTUALINFO_MUTANTS</c> for more mutants per format, and <c>MUTUALINFO_SEED</c> to replay one seed's.</remarks>
public class MutatorTests
{
    private const int DefaultMutants = 10_000;
    private static readonly byte[][] _tokens =
    [
        [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0x7f, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0x7f], [0x80, 0, 0, 0],
        .. new[] { "-1", "65536", "9223372036854775807", "(", ")", "'", "{", "1e400", "nan", "\n", ",", "\"", "\0", "|O", "<c16", "PK\x01\x02", "PK\x05\x06" }
            .Select(Encoding.ASCII.GetBytes),
    ];

    [Theory]
    [InlineData("a.npy")]
    [InlineData("a.npz")]
    [InlineData("a.csv")]
    [InlineData("a.idx")]
    [InlineData("a.idx.gz")]
    public void Read_Mutants_AreReadOrRefusedAsDocumented(string file)
    {
        int mutants = Setting("MUTUALINFO_MUTANTS", DefaultMutants);
        int first = Setting("MUTUALINFO_SEED", 0);
        byte[][] good = GoodFiles(file);
        Array.ForEach(good, bytes => ReadAll(file, new MemoryStream(bytes)));
        for (int seed = first; seed < first + mutants; seed++)
        {
            Random random = new(seed);
            byte[] mutant = Mutate(random, good[random.Next(good.Length)]);
            Stream stream = random.Next(8) == 0 ? new TrickleStream(mutant) : new MemoryStream(mutant);
            Stopwatch watch = Stopwatch.StartNew();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Exception? thrown = Record.Exception(() => ReadAll(file, stream));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            bool isDocumented = thrown is null or InvalidDataException or NotSupportedException or KeyNotFoundException
                || thrown.GetType() == typeof(ArgumentException);
            Assert.True(isDocumented, $"{file}, seed {seed}: {thrown}");
            Assert.True(thrown is null || thrown.Message.Contains(file, StringComparison.Ordinal), $"{file}, seed {seed}: no file in '{thrown?.Message}'");

            // The good files are small; what they may hold when read is within the same allowance.
            Assert.True(allocated <= (2L * mutant.Length) + (1 << 20), $"{file}, seed {seed}: {allocated} bytes for {mutant.Length}");
            // A busy machine may pause a run; a file that is slow to read is slow again.
            TimeSpan time = watch.Elapsed;
            if (time.TotalSeconds >= 1)
            {
                watch.Restart();
                _ = Record.Exception(() => ReadAll(file, new MemoryStream(mutant)));
                time = watch.Elapsed;
            }

            Assert.True(time.TotalSeconds < 1, $"{file}, seed {seed}: {time}");
        }
    }

    private static void ReadAll(string file, Stream stream)
    {
        NumericArray array = Formats.Read(file, stream);
        if (array.IsLabels)
            _ = array.AsLabels();
        else
            _ = array.AsSamples<double>();
    }

    private static byte[] Mutate(Random random, byte[] good)
    {
        List<byte> bytes = [.. good];
        int changes = 1 + random.Next(3);
        for (int change = 0; change < changes && bytes.Count > 0; change++)
        {
            int at = random.Next(bytes.Count);
            byte[] token = _tokens[random.Next(_tokens.Length)];
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Next(8)));
                    break;
                case 4:
                    bytes.InsertRange(at, token);
                    break;
                case 5:
                    for (int i = 0; i < token.Length && at + i < bytes.Count; i++)
                        bytes[at + i] = token[i];
                    break;
                default:
                    int from = random.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(bytes.Count - from, 1 + random.Next(64))));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[][] GoodFiles(string file)
    {
        byte[] floats = NpyBytes.Build("<f8", "False", "(4, 3)", new byte[96]);
        byte[] labels = NpyBytes.Build(">i2", "True", "(20, 1)", new byte[40], major: 2);
        byte[] images = [0, 0, 0x08, 3, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 2, .. new byte[24]];
        byte[] reals = [0, 0, 0x0d, 1, 0, 0, 0, 5, .. new byte[20]];
        return file switch
        {
            "a.npy" => [floats, labels],
            "a.npz" =>
            [
                new ZipBytes().Add("x.npy", floats).Add("y.npy", labels).Build(),
                new ZipBytes { Method = 0, IsZip64 = true }.Add("x.npy", labels).Build("comment"),
            ],
            "a.csv" => ["x,y\n1.5,2\n-3e5,4\n\"5\",6\n"u8.ToArray(), "1\r\n2\r\n18446744073709551615\r\n"u8.ToArray()],
            "a.idx" => [images, reals],
            _ => [Gzip(images), Gzip(reals)],
        };
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
