using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Cuts images into overlapping square patches. A dense layer after it has the same weights at every place: a convolution.</summary>
/// <remarks>
/// An image is <c>(channels, height·width·n)</c>: for every channel the places row by row, and for every place the n samples side by side.
/// That is the memory of an ordinary <c>(channels·height·width, n)</c> batch, so going from one to the other needs no copy.
/// </remarks>
public sealed class Patches<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();
    private readonly int _channels;
    private readonly int _height;
    private readonly int _width;
    private readonly int _size;
    private readonly int _stride;

    /// <param name="channels">The channels of the input.</param>
    /// <param name="height">The rows of places in the input.</param>
    /// <param name="width">The columns of places in the input.</param>
    /// <param name="size">The side of a patch.</param>
    /// <param name="stride">The step from one patch to the next. Places that fill no whole step are left out.</param>
    public Patches(int channels, int height, int width, int size, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, size);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, size);
        _channels = channels;
        _height = height;
        _width = width;
        _size = size;
        _stride = stride;
    }

    /// <summary>Gets the rows of patches.</summary>
    public int Rows => ((_height - _size) / _stride) + 1;

    /// <summary>Gets the patches of a row.</summary>
    public int Columns => ((_width - _size) / _stride) + 1;

    /// <summary>Gets the number of patches.</summary>
    public int Places => Rows * Columns;

    /// <summary>Gets the numbers of a patch, all channels together.</summary>
    public int Features => _channels * _size * _size;

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters => [];

    /// <param name="input">Shape <c>(channels, height·width·n)</c>, or <c>(channels·height·width, n)</c>, which is the same memory.</param>
    /// <returns>Shape <c>(channels·size², rows·columns·n)</c>.</returns>
    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int samples = input.Values.Length / (_channels * _height * _width);
        if (samples * _channels * _height * _width != input.Values.Length)
        {
            throw new ArgumentException(
                $"({input.Rows}, {input.Columns}) are no images of {_channels} × {_height} × {_width}.", nameof(input));
        }

        Output.Reshape(Features, Rows * Columns * samples);
        foreach ((int feature, int patch, int place) in Pieces())
            input.Values.Slice(place * samples, samples).CopyTo(Output[feature].Slice(patch * samples, samples));
        return Output;
    }

    /// <returns>Shape <c>(channels, height·width·n)</c>.</returns>
    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        int samples = outputGradient.Columns / (Rows * Columns);
        _inputGradient.Reshape(_channels, _height * _width * samples);
        _inputGradient.Values.Clear();
        foreach ((int feature, int patch, int place) in Pieces())
        {
            Span<T> destination = _inputGradient.Values.Slice(place * samples, samples);
            TensorPrimitives.Add(destination, outputGradient[feature].Slice(patch * samples, samples), destination);
        }

        return _inputGradient;
    }

    // Which place of which channel is which feature of which patch, always in the same order.
    private IEnumerable<(int Feature, int Patch, int Place)> Pieces()
    {
        for (int feature = 0; feature < Features; feature++)
        {
            (int channel, int offset) = Math.DivRem(feature, _size * _size);
            (int down, int right) = Math.DivRem(offset, _size);
            for (int row = 0; row < Rows; row++)
            {
                for (int column = 0; column < Columns; column++)
                {
                    int place = (((channel * _height) + (row * _stride) + down) * _width) + (column * _stride) + right;
                    yield return (feature, (row * Columns) + column, place);
                }
            }
        }
    }
}
