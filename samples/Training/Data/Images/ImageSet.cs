namespace MutualInfo.Training.Data.Images;

/// <summary>Labelled images of ten digits: those of MNIST where its folder is given, else drawn ones.</summary>
/// <param name="Train">The training images, shape <c>(images, height · width)</c>, from 0 for paper to 1 for ink.</param>
/// <param name="Test">The test images.</param>
/// <param name="Side">Height and width.</param>
/// <param name="Source">What the images are, for a heading.</param>
public sealed record ImageSet(LabeledData<float> Train, LabeledData<float> Test, int Side, string Source)
{
    /// <summary>Reads MNIST, or draws images in its place.</summary>
    /// <param name="mnistFolder">The folder of MNIST's four files; null to draw.</param>
    /// <param name="trainCount">The training images wanted, at most; MNIST has 60 000, and the first are taken.</param>
    /// <param name="testCount">The test images wanted, at most; MNIST has 10 000.</param>
    /// <exception cref="IOException">A file is missing or is not what MNIST's is; the message says which and how.</exception>
    public static ImageSet ReadOrDraw(string? mnistFolder, int trainCount = 60_000, int testCount = 10_000) => mnistFolder is null
        ? DrawnDigits.Create(trainCount, testCount)
        : Mnist.Read(mnistFolder, trainCount, testCount);
}
