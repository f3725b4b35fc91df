using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>Averages every channel over all places of an image: from <c>(channels, places·n)</c> to <c>(channels, n)</c>.</summary>
public sealed class MeanOverPlaces<T>(int places) : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _inputGradient = new();

    public Matrix<T> Output { get; } = new();

    public IReadOnlyList<Parameter<T>> Parameters => [];

    public Matrix<T> Forward(Matrix<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int samples = input.Columns / places;
        Output.Reshape(input.Rows, samples);
        Output.Values.Clear();
        for (int channel = 0; channel < input.Rows; channel++)
        {
            for (int place = 0; place < places; place++)
                TensorPrimitives.Add(Output[channel], input[channel].Slice(place * samples, samples), Output[channel]);
        }

        TensorPrimitives.Divide(Output.Values, T.CreateChecked(places), Output.Values);
        return Output;
    }

    public Matrix<T> Backward(Matrix<T> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(outputGradient);
        int samples = outputGradient.Columns;
        _inputGradient.Reshape(outputGradient.Rows, places * samples);
        T share = T.One / T.CreateChecked(places);
        for (int channel = 0; channel < outputGradient.Rows; channel++)
        {
            for (int place = 0; place < places; place++)
                TensorPrimitives.Multiply(outputGradient[channel], share, _inputGradient[channel].Slice(place * samples, samples));
        }

        return _inputGradient;
    }
}
