using MutualInfo.Training;
using MutualInfo.Training.Layers;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>What n signs hold of their input, before a descent and after it, by the exact estimator on drawn inputs.</summary>
public sealed record CodeInformation
{
    public required int Inputs { get; init; }

    public required int Signs { get; init; }

    /// <summary>Gets I(X; sign Bx) of the rows in random directions.</summary>
    public required Information Before { get; init; }

    /// <summary>Gets I(X; sign Bx) of the rows after the descent.</summary>
    public required Information After { get; init; }

    /// <summary>Gets the risk after the descent.</summary>
    public required double Risk { get; init; }

    /// <summary>Gets what rate–distortion theory asks at least for that risk: (d/2)·log₂(1/R) bits.</summary>
    public Information Least => Information.FromBits(0.5 * Inputs * Math.Log2(1 / Risk));

    /// <summary>
    /// Descends and measures. Inputs all differ, so I(X;Z) is H(Z); few enough signs, and it is not biased by more than 2^n/2N
    /// nats.
    /// </summary>
    public static CodeInformation Measure(int inputs, int signs, int seed, int sampleCount, EstimationOptions options, IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var seeds = new Random(seed);
        Random weights = new(seeds.Next()), draws = new(seeds.Next());
        var samples = new Matrix<double>(inputs, sampleCount);
        StandardNormal.Fill(samples.Values, draws);
        var descent = new SignDescent(inputs, signs, SignDecoder.Free, weights);
        Information before = Of(descent.Encoder, samples, options);
        for (int step = 0; step < 100; step++)
        {
            descent.Step();
            progress.Report(step / 100.0);
        }

        return new CodeInformation
        {
            Inputs = inputs,
            Signs = signs,
            Before = before,
            After = Of(descent.Encoder, samples, options),
            Risk = descent.Risk,
        };
    }

    private static Information Of(Matrix<double> encoder, Matrix<double> samples, EstimationOptions options)
    {
        Matrix<double> projections = new(), rows = new();
        Product.Of(encoder, samples, projections);
        new StraightThroughSign<double>(temperature: 1).Forward(projections).TransposeInto(rows);
        return Estimators.ExactDiscrete()
            .Estimate(Samples.FromRows<double>(rows.Values, rows.Columns), Symbols.Distinct(rows.Rows), options).Value;
    }
}
