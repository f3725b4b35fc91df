using BenchmarkDotNet.Attributes;
using MutualInfo.Training;

namespace MutualInfo.Benchmarks;

/// <summary>
/// The three products of a dense layer of the samples, forward and backward: 784 inputs, 256 outputs, a batch of 100, float32,
/// one thread. <c>dense-layer</c> as the first argument of this program measures the same beside NumPy.
/// </summary>
public class DenseLayerBenchmarks
{
    private readonly DenseLayerPass _pass = new();

    [Benchmark(Baseline = true)]
    public Matrix<float> ForwardAndBackward() => _pass.Run();

    [Benchmark]
    public void Forward() => _pass.Forward();

    [Benchmark]
    public void WeightGradient() => _pass.WeightGradient();

    [Benchmark]
    public void InputGradient() => _pass.InputGradient();
}
