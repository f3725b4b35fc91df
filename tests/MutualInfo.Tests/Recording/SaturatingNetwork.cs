using MutualInfo.Recording;
using MutualInfo.Sensitivity;

namespace MutualInfo.Tests.Recording;

/// <summary>Stands for a training run: three tanh layers whose weights grow with every epoch, as those of Shwartz-Ziv and Tishby's network do.</summary>
internal static class SaturatingNetwork
{
    private const int Epochs = 30;

    // All words of eight bits.
    private const int Count = 256;

    private static readonly int[] _widths = [6, 4, 2];

    /// <summary>The plane of the run under kernel density at several strengths of noise, and under binning.</summary>
    public static InformationPlane Plane(out Sweep widths)
    {
        widths = Sweep.OfBandwidth(Estimators.KernelDensity(), 0.05, 0.1, 0.2);
        int[] labels = [.. Enumerable.Range(0, Count).Select(word => int.PopCount(word) > 4 ? 1 : 0)];
        InformationPlaneRecorder<double> recorder = new(
            Symbols.Distinct(Count), Symbols.FromLabels(labels), [.. widths.Estimators, Estimators.Binning(30, -1, 1)]);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            double[] layer = [.. Enumerable.Range(0, Count).SelectMany(word => Enumerable.Range(0, 8).Select(bit => (word >> bit & 1) - 0.5))];
            int wide = 8;
            for (int depth = 0; depth < _widths.Length; depth++)
            {
                layer = Layer(layer, wide, _widths[depth], depth, epoch);
                wide = _widths[depth];
                recorder.Record(epoch, $"layer {depth + 1}", Samples.FromRows<double>(layer, wide));
            }
        }

        return recorder.Plane;
    }

    // The weights turn from random ones to those that count bits, and grow.
    private static double[] Layer(double[] input, int inputs, int outputs, int depth, int epoch)
    {
        Random random = new(100 + depth);
        double progress = epoch / (Epochs - 1.0);
        double growth = 0.5 * Math.Pow(12, progress);
        double[] weights = [.. Enumerable.Range(0, inputs * outputs).Select(_ =>
            growth * ((1 - 0.8 * progress) * (2 * random.NextDouble() - 1) + 0.5 * progress))];
        double[] output = new double[Count * outputs];
        for (int i = 0; i < output.Length; i++)
        {
            double sum = 0;
            for (int k = 0; k < inputs; k++)
                sum += input[i / outputs * inputs + k] * weights[i % outputs * inputs + k];
            output[i] = Math.Tanh(sum);
        }

        return output;
    }
}
