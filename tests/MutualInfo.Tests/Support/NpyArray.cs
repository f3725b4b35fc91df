using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace MutualInfo.Tests.Support;

/// <summary>An array from a .npy file: format 1.0 or 2.0, little-endian float32, float64 or int32, C order. All else is refused.</summary>
internal sealed partial class NpyArray
{
    private NpyArray(int[] shape, Array values)
    {
        Shape = shape;
        Values = values;
    }

    public int[] Shape { get; }

    /// <summary>A float[], double[] or int[], in C order.</summary>
    public Array Values { get; }

    public static NpyArray Read(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        Require(file.Length >= 10 && file[0] == 0x93 && file[1..6].SequenceEqual("NUMPY"u8), path, "no .npy magic");
        Require(file[6] is 1 or 2 && file[7] == 0, path, $"version {file[6]}.{file[7]}");
        int start = file[6] == 1 ? 10 : 12;
        Require(file.Length >= start, path, "no header");
        int length = file[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(file[8..]) : checked((int)BinaryPrimitives.ReadUInt32LittleEndian(file[8..]));
        Require(start + length <= file.Length, path, "the header is cut off");

        Match header = HeaderPattern().Match(Encoding.Latin1.GetString(file.Slice(start, length)));
        Require(header.Success, path, "the header has no type, order and shape");
        Require(header.Groups["fortran"].Value == "False", path, "Fortran order");
        int[] shape = [.. header.Groups["shape"].Value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))];
        ReadOnlySpan<byte> data = file[(start + length)..];
        Array values = header.Groups["type"].Value switch
        {
            "<f4" => MemoryMarshal.Cast<byte, float>(data).ToArray(),
            "<f8" => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            "<i4" => MemoryMarshal.Cast<byte, int>(data).ToArray(),
            string other => throw new InvalidDataException($"{path}: type {other}; expected <f4, <f8 or <i4"),
        };
        int count = shape.Aggregate(1, (product, size) => checked(product * size));
        Require(values.Length == count && data.Length == Buffer.ByteLength(values), path, "the data do not fill the shape exactly");
        return new NpyArray(shape, values);
    }

    /// <summary>The array as a layer: rows are samples. Whole numbers become double, as in the arithmetic of the original programs.</summary>
    public Layer AsLayer()
    {
        int dimension = Shape.Length == 1 ? 1 : Shape[1..].Aggregate(1, (product, size) => product * size);
        return Values switch
        {
            float[] single => new Layer<float>(single, dimension),
            double[] wide => new Layer<double>(wide, dimension),
            int[] whole => new Layer<double>(Array.ConvertAll(whole, value => (double)value), dimension),
            _ => throw new InvalidOperationException("The reader makes no other arrays."),
        };
    }

    /// <summary>The array as labels.</summary>
    public Symbols AsLabels() => Symbols.FromLabels((int[])Values);

    private static void Require(bool condition, string path, string problem)
    {
        if (!condition)
            throw new InvalidDataException($"{path}: {problem}.");
    }

    [GeneratedRegex(@"^\{\s*'descr':\s*'(?<type>[^']+)',\s*'fortran_order':\s*(?<fortran>True|False),\s*'shape':\s*\((?<shape>[\d,\s]*)\),?\s*\}\s*$")]
    private static partial Regex HeaderPattern();
}
