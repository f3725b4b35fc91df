using MutualInfo.Training;
using MutualInfo.Training.Layers;
using MutualInfo.Variational;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>What the library says of one noisy layer on some images.</summary>
/// <param name="Rate">The mean rate, which bounds I(X;Z); for ReLU up to a constant.</param>
/// <param name="Bounds">For softplus, the Kolchinsky–Tracey bounds on I(X;Z), X one of the images at random; null for ReLU.</param>
/// <param name="TotalCorrelation">For softplus, the Gaussian total correlation of ln z, noise and all, over d; null for ReLU.</param>
public sealed record CodeMeasure(Information Rate, InformationBounds? Bounds, Information? TotalCorrelation)
{
    private const float Floor = 1e-4f;

    /// <summary>Measures the last forward pass of a layer, which had its noise on.</summary>
    public static CodeMeasure Of(InformationDropout<float> code, double range, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(code);
        Matrix<float> alpha = Rows(code.Deviations), f = Rows(code.Values), z = Rows(code.Factors);
        if (code.Prior is not LogNormalPrior<float> prior)
            return new CodeMeasure(RateBounds.LogUniform(AsSamples(alpha), range + InformationDropout<float>.LeastDeviation).Value, null, null);

        double mean = prior.Mean.Value.Values[0], deviation = prior.Deviation.Value.Values[0];
        Information rate = RateBounds.LogNormal(AsSamples(f), AsSamples(alpha), mean, deviation).Value;

        // With the floor of the rate: far below 0 a softplus rounds to 0, and has no logarithm.
        for (int i = 0; i < f.Values.Length; i++)
        {
            float value = MathF.Max(Floor, f.Values[i]);
            z.Values[i] *= value;
            f.Values[i] = MathF.Log(value);
        }

        return new CodeMeasure(
            rate,
            RateBounds.Mixture(AsSamples(f), AsSamples(alpha), options),
            Information.FromNats(Variational.TotalCorrelation.LogNormal(AsSamples(z), options).Nats / z.Columns));
    }

    private static Matrix<float> Rows(Matrix<float> columns)
    {
        var rows = new Matrix<float>();
        columns.TransposeInto(rows);
        return rows;
    }

    private static Samples<float> AsSamples(Matrix<float> rows) => Samples.FromRows<float>(rows.Values, rows.Columns);
}
