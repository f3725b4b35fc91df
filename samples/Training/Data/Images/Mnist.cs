using MutualInfo.Files;

namespace MutualInfo.Training.Data.Images;

/// <summary>The handwritten digits of LeCun, Cortes and Burges, from their four idx files, packed (.gz) or not.</summary>
public static class Mnist
{
    private const int Side = 28;
    private const int Classes = 10;

    /// <summary>Reads the first images of a folder, divided by 255.</summary>
    /// <exception cref="IOException">A file is missing or is not what MNIST's is.</exception>
    public static ImageSet Read(string folder, int trainCount = int.MaxValue, int testCount = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(trainCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(testCount, 1);
        return new ImageSet(Read(folder, "train", trainCount), Read(folder, "t10k", testCount), Side, "MNIST");
    }

    private static LabeledData<float> Read(string folder, string part, int limit)
    {
        NumericArray images = Open(folder, $"{part}-images-idx3-ubyte"), labels = Open(folder, $"{part}-labels-idx1-ubyte");
        if (images.Shape is not [_, Side, Side] || images.ElementType != ElementType.UInt8)
            throw new IOException($"{images} is not MNIST's: images of {Side} by {Side} bytes are expected.");
        if (labels.Shape is not [int count] || count != images.Count || labels.ElementType != ElementType.UInt8)
            throw new IOException($"{labels} does not fit {images}: one byte for each image is expected.");

        byte[] pixels = images.ToArray<byte>();
        int[] classes = labels.ToArray<int>()[..Math.Min(limit, count)];
        if (classes.Any(label => label >= Classes))
            throw new IOException($"{labels.Name} holds a label above {Classes - 1}; it is not MNIST's.");
        return FromBytes(pixels, classes, Side);
    }

    private static NumericArray Open(string folder, string name)
    {
        string path = Path.Combine(folder, name), packed = path + ".gz";
        if (!File.Exists(path) && !File.Exists(packed))
            throw new FileNotFoundException($"Neither {name} nor {name}.gz is in {Path.GetFullPath(folder)}; MNIST's four files are expected there.", path);
        try
        {
            return IdxFile.Read(File.Exists(path) ? path : packed);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Divides bytes by 255, as both sources of images are.</summary>
    internal static LabeledData<float> FromBytes(ReadOnlySpan<byte> pixels, int[] labels, int side)
    {
        var samples = new Matrix<float>(labels.Length, side * side);
        Span<float> values = samples.Values;
        for (int i = 0; i < values.Length; i++)
            values[i] = pixels[i] / 255f;
        return new LabeledData<float>(samples, labels);
    }
}
