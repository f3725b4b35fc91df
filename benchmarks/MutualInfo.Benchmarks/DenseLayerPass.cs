using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.Benchmarks;

/// <summary>One dense layer with seeded numbers, and its passes.</summary>
internal sealed class DenseLayerPass
{
    public const int Inputs = 784;
    public const int Outputs = 256;
    public const int Batch = 100;

    private readonly Dense<float> _layer = new(Inputs, Outputs);
    private readonly Matrix<float> _input = new(Inputs, Batch);
    private readonly Matrix<float> _outputGradient = new(Outputs, Batch);
    private readonly Matrix<float> _destination = new();

    public DenseLayerPass()
    {
        var random = new Random(1);
        StandardNormal.Fill(_layer.Weights.Value.Values, random);
        StandardNormal.Fill(_layer.Biases.Value.Values, random);
        StandardNormal.Fill(_input.Values, random);
        StandardNormal.Fill(_outputGradient.Values, random);
    }

    /// <summary>W·X + b, then the gradients of b, W and X.</summary>
    public Matrix<float> Run()
    {
        _layer.Forward(_input);
        return _layer.Backward(_outputGradient);
    }

    public void Forward() => Product.Of(_layer.Weights.Value, _input, _destination);

    public void WeightGradient() => Product.WithTransposed(_outputGradient, _input, _destination);

    public void InputGradient() => Product.OfTransposed(_layer.Weights.Value, _outputGradient, _destination);
}
