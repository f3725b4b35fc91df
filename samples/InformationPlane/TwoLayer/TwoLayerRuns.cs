using MutualInfo.Training;
using MutualInfo.Training.Data.Images;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>
/// The three ways to a two-layer autoencoder: descent of the population risk, training on samples, training on patches.
/// </summary>
public static class TwoLayerRuns
{
    private const int BatchSize = 256;
    private const double LearningRate = 0.01;
    private const double Temperature = 1;

    // At a slope of 1e−10 the cosines are of that order, and the risk, which is quadratic in them, is exact to rounding.
    private const double ConvergedSlope = 1e-10;

    /// <summary>Descends until the gradient vanishes, or for so many steps.</summary>
    public static TwoLayerRisk Descend(int inputs, int signs, SignDecoder decoder, int seed, int steps, IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var descent = new SignDescent(inputs, signs, decoder, new Random(seed));
        List<(int, double, double)> course = [(0, descent.Risk, descent.LargestCosine)];
        for (int step = 1; step <= steps && descent.LargestSlope > ConvergedSlope; step++)
        {
            descent.Step();
            course.Add((step, descent.Risk, descent.LargestCosine));
            progress.Report(step / (double)steps);
        }

        return new TwoLayerRisk
        {
            Source = RiskSource.Descent,
            Decoder = decoder,
            Seed = seed,
            Inputs = inputs,
            Signs = signs,
            Risk = descent.Risk,
            LargestCosine = descent.LargestCosine,
            Course = course,
        };
    }

    /// <summary>
    /// Trains on normal numbers, new ones every step, and takes the population risk of both layers as they were trained.
    /// </summary>
    public static TwoLayerRisk TrainOnSamples(int inputs, int signs, SignDecoder decoder, int seed, int steps, IProgress<double> progress)
    {
        var seeds = new Random(seed);
        Random weights = new(seeds.Next()), samples = new(seeds.Next());
        var autoencoder = new SignAutoencoder(inputs, signs, decoder, Temperature, weights);
        Train(autoencoder, steps, batch => StandardNormal.Fill(batch.Values, samples), inputs, progress);
        var risk = new SignRisk();
        return Result(RiskSource.Samples, autoencoder, decoder, seed, risk.Evaluate(autoencoder.Encoder.Value, autoencoder.DecoderWeights()));
    }

    /// <summary>
    /// Trains on whitened patches, and takes the error on patches of other images, with the decoder that is best on the
    /// training patches.
    /// </summary>
    public static TwoLayerRisk TrainOnPatches(WhitenedPatches patches, int signs, int seed, int steps, IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(patches);
        var seeds = new Random(seed);
        Random weights = new(seeds.Next()), order = new(seeds.Next());
        int inputs = patches.Train.Columns;
        var autoencoder = new SignAutoencoder(inputs, signs, SignDecoder.Free, Temperature, weights);
        Train(autoencoder, steps, batch => Draw(patches.Train, batch, order), inputs, progress);
        return Result(RiskSource.Patches, autoencoder, SignDecoder.Free, seed, PatchError.Of(autoencoder.Encoder.Value, patches));
    }

    private static void Train(SignAutoencoder autoencoder, int steps, Action<Matrix<double>> draw, int inputs, IProgress<double> progress)
    {
        var adam = new Adam<double>(autoencoder.Parameters, LearningRate);
        var batch = new Matrix<double>(inputs, BatchSize);
        for (int step = 0; step < steps; step++)
        {
            // Down to 0 along half a cosine: a constant rate would leave the noise of its last steps in the weights.
            adam.LearningRate = LearningRate * 0.5 * (1 + Math.Cos(Math.PI * step / steps));
            draw(batch);
            autoencoder.Evaluate(batch);
            adam.Step();
            SignRisk.Normalize(autoencoder.Encoder.Value);
            progress.Report((step + 1) / (double)steps);
        }
    }

    private static void Draw(Matrix<double> patches, Matrix<double> batch, Random random)
    {
        for (int j = 0; j < batch.Columns; j++)
        {
            ReadOnlySpan<double> patch = patches[random.Next(patches.Rows)];
            for (int k = 0; k < patch.Length; k++)
                batch[k][j] = patch[k];
        }
    }

    private static TwoLayerRisk Result(RiskSource source, SignAutoencoder autoencoder, SignDecoder decoder, int seed, double risk)
    {
        Matrix<double> encoder = autoencoder.Encoder.Value;
        var cosines = new Matrix<double>();
        Product.WithTransposed(encoder, encoder, cosines);
        double largest = 0;
        for (int i = 0; i < encoder.Rows; i++)
        {
            for (int j = 0; j < i; j++)
                largest = Math.Max(largest, Math.Abs(cosines[i][j]));
        }

        return new TwoLayerRisk
        {
            Source = source,
            Decoder = decoder,
            Seed = seed,
            Inputs = encoder.Columns,
            Signs = encoder.Rows,
            Risk = risk,
            LargestCosine = largest,
        };
    }
}
