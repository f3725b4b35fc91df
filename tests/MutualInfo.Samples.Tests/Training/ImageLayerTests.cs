using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

public class ImageLayerTests
{
    [Theory]
    [InlineData(1, 5, 4, 2, 1)]
    [InlineData(2, 6, 5, 3, 2)]
    [InlineData(3, 4, 4, 4, 1)]
    public void Patches_Gradient_EqualsDifferences(int channels, int height, int width, int size, int stride) => GradientCheck.Layer(
        new Patches<double>(channels, height, width, size, stride),
        GradientCheck.Numbers(channels, height * width * 3, new Random(1)),
        seed: 2);

    [Fact]
    public void Flatten_Gradient_EqualsDifferences() =>
        GradientCheck.Layer(new Flatten<double>(6), GradientCheck.Numbers(2, 18, new Random(3)), seed: 4);

    // The textbook's sum over a window, image by image, against patches and a dense layer.
    [Fact]
    public void Patches_WithDense_IsAConvolution()
    {
        const int Channels = 2, Height = 5, Width = 6, Size = 3, Stride = 2, Samples = 4;
        var random = new Random(5);
        Matrix<double> images = GradientCheck.Numbers(Channels * Height * Width, Samples, random);
        var patches = new Patches<double>(Channels, Height, Width, Size, Stride);
        var dense = new Dense<double>(patches.Features, 3);
        UniformFanIn.Fill(dense, random);
        Assert.Equal((2, 2), (patches.Rows, patches.Columns));
        Matrix<double> output = dense.Forward(patches.Forward(images));
        Assert.Equal((3, 2 * 2 * Samples), (output.Rows, output.Columns));

        for (int filter = 0; filter < 3; filter++)
        {
            for (int i = 0; i < 2 * 2 * Samples; i++)
            {
                (int patch, int sample) = Math.DivRem(i, Samples);
                (int row, int column) = Math.DivRem(patch, 2);
                double sum = dense.Biases.Value.Values[filter];
                for (int k = 0; k < Channels * Size * Size; k++)
                {
                    (int channel, int down, int right) = (k / 9, k / 3 % 3, k % 3);
                    int pixel = (((channel * Height) + (row * Stride) + down) * Width) + (column * Stride) + right;
                    sum += dense.Weights.Value[filter][k] * images[pixel][sample];
                }

                // 1e-13: eighteen products of numbers below 2 in another order.
                Assert.Equal(sum, output[filter][i], 1e-13);
            }
        }
    }

    [Fact]
    public void Patches_NoImage_IsRefused() => Assert.Throws<ArgumentException>(
        () => new Patches<double>(1, 3, 3, 2, 1).Forward(new Matrix<double>(10, 1)));
}
