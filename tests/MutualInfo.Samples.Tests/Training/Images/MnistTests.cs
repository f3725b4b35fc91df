using MutualInfo.Training.Data.Images;

namespace MutualInfo.SampleTests.Training.Images;

public sealed class MnistTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_FourFiles_DividesBytesBy255()
    {
        Write("train", 2, side: 28);
        Write("t10k", 1, side: 28);
        ImageSet images = ImageSet.ReadOrDraw(_folder.FullName);
        Assert.Equal((2, 1, 28, "MNIST"), (images.Train.Count, images.Test.Count, images.Side, images.Source));
        Assert.Equal([0, 1], images.Train.Labels.ToArray());
        Assert.Equal([0f, 1 / 255f, 2 / 255f], images.Train.Samples[0][..3].ToArray());
        Assert.Equal(255 / 255f, images.Train.Samples[0][255]);
        Assert.Equal(1, ImageSet.ReadOrDraw(_folder.FullName, trainCount: 1).Train.Count);
    }

    [Fact]
    public void Read_AFileIsMissing_NamesIt() =>
        Assert.Contains("train-images-idx3-ubyte.gz", Assert.Throws<FileNotFoundException>(() => Mnist.Read(_folder.FullName)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_OtherShape_SaysWhatIsExpected()
    {
        Write("train", 2, side: 27);
        Assert.Contains("28 by 28", Assert.Throws<IOException>(() => Mnist.Read(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MalformedFile_IsRefused()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "train-images-idx3-ubyte"), [1, 2, 3]);
        Assert.IsType<InvalidDataException>(Assert.Throws<IOException>(() => Mnist.Read(_folder.FullName)).InnerException);
    }

    // Facts about the published files: the first training image is a five, the first test image a seven, and these are their ink.
    [SharedFact]
    public void Read_TheRealFiles_HoldTheKnownImages()
    {
        ImageSet images = Mnist.Read(SharedFolder.FileAt("data", "mnist"));
        Assert.Equal((60_000, 10_000), (images.Train.Count, images.Test.Count));
        Assert.Equal((5, 7), (images.Train.Labels[0], images.Test.Labels[0]));
        Assert.Equal(27_525, Math.Round(255 * images.Train.Samples[0].ToArray().Sum(value => (double)value)));
        Assert.Equal(18_454, Math.Round(255 * images.Test.Samples[0].ToArray().Sum(value => (double)value)));
    }

    private void Write(string part, int count, byte side)
    {
        byte[] pixels = [.. Enumerable.Range(0, count * side * side).Select(i => (byte)i)];
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)i)];
        File.WriteAllBytes(
            Path.Combine(_folder.FullName, $"{part}-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, (byte)count, 0, 0, 0, side, 0, 0, 0, side, .. pixels]);
        File.WriteAllBytes(
            Path.Combine(_folder.FullName, $"{part}-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, (byte)count, .. labels]);
    }
}
