using MutualInfo.Training;
using MutualInfo.Training.Data;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>
/// Trains Information Dropout to reconstruct, and computes at every step the evidence lower bound of the variational autoencoder with the
/// same weights on the same draw.
/// </summary>
/// <remarks>
/// The logarithm of a softplus code is Gaussian: <c>ln z = ln f + α·ε</c>. In the units of its prior, <c>v = (ln z − μ)/σ</c>, it is the
/// code of a variational autoencoder with mean <c>(ln f − μ)/σ</c>, deviation <c>α/σ</c> and a standard normal prior, whose decoder
/// begins with <c>z = e^(μ + σ·v)</c>. That autoencoder is computed by layers of its own: its code, its rate and its decoder's input share
/// nothing with Information Dropout but f, α and ε.
/// </remarks>
public sealed class EvidenceIdentity
{
    private const int Units = 20;
    private const int Steps = 60;
    private const double Range = 0.7;
    private const double LearningRate = 0.002;

    private readonly LogNormalPrior<double> _prior = new();
    private readonly InformationDropout<double> _code;
    private readonly Dense<double> _decoder;
    private readonly GaussianCode<double> _gaussian;
    private readonly BernoulliCrossEntropy<double> _loss = new();
    private readonly BernoulliCrossEntropy<double> _otherLoss = new();
    private readonly Matrix<double> _parameters = new();
    private readonly Matrix<double> _otherCode = new();
    private readonly Matrix<double> _otherLogits = new();
    private readonly Batches<double> _batches;

    private EvidenceIdentity(LabeledData<double> images, int seed)
    {
        var seeds = new Random(seed);
        Random weights = new(seeds.Next()), batches = new(seeds.Next());
        int noise = seeds.Next(), pixels = images.Samples.Columns;
        Dense<double> value = new(pixels, Units), level = new(pixels, Units);
        _decoder = new Dense<double>(Units, pixels);
        foreach (Dense<double> layer in (ReadOnlySpan<Dense<double>>)[value, level, _decoder])
            UniformFanIn.Fill(layer, weights);

        // β = 1: the rate of a sample has the weight of its reconstruction. Two generators in one state give both codes the same draws.
        _code = new InformationDropout<double>(
            new Sequential<double>(value, new Softplus<double>()), level, Range, _prior, new Random(noise))
        {
            RateWeight = 1,
        };
        _gaussian = new GaussianCode<double>(Rows(0), Rows(Units), new Random(noise));
        _batches = new Batches<double>(images, [.. Enumerable.Range(0, images.Count)], 50, batches);
    }

    /// <summary>Trains for some steps.</summary>
    /// <param name="images">The images; pixels in [0, 1].</param>
    /// <param name="seed">Decides weights, noise and order.</param>
    /// <returns>The losses of all steps, by both ways.</returns>
    public static IReadOnlyList<(double Dropout, double Evidence)> Execute(LabeledData<double> images, int seed)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new EvidenceIdentity(images, seed).Execute();
    }

    private List<(double Dropout, double Evidence)> Execute()
    {
        var network = new Sequential<double>(_code, _decoder);
        var adam = new Adam<double>(network.Parameters, LearningRate);
        List<(double, double)> losses = [];
        for (int step = 0; step < Steps; step++)
        {
            _batches.Load(step % _batches.Count);
            network.Redraw();
            double loss = _loss.Evaluate(network.Forward(_batches.Inputs), _batches.Inputs) + network.Penalty;
            losses.Add((loss, NegativeEvidence(_batches.Inputs)));
            network.Backward(_loss.Gradient);
            adam.Step();
        }

        return losses;
    }

    // −ELBO = −ln p(x|z) + KL(q(v|x) ‖ N(0, 1)).
    private double NegativeEvidence(Matrix<double> images)
    {
        double mean = _prior.Mean.Value.Values[0], deviation = _prior.Deviation.Value.Values[0];
        int count = Units * images.Columns;
        _parameters.Reshape(2 * Units, images.Columns);
        for (int i = 0; i < count; i++)
        {
            _parameters.Values[i] = (Math.Log(_code.Values.Values[i]) - mean) / deviation;
            _parameters.Values[count + i] = 2 * Math.Log(_code.Deviations.Values[i] / deviation);
        }

        _gaussian.Redraw();
        ReadOnlySpan<double> v = _gaussian.Forward(_parameters).Values;
        _otherCode.Reshape(Units, images.Columns);
        for (int i = 0; i < count; i++)
            _otherCode.Values[i] = Math.Exp(mean + (deviation * v[i]));

        Product.Of(_decoder.Weights.Value, _otherCode, _otherLogits);
        for (int pixel = 0; pixel < _otherLogits.Rows; pixel++)
        {
            foreach (ref double logit in _otherLogits[pixel])
                logit += _decoder.Biases.Value.Values[pixel];
        }

        return _otherLoss.Evaluate(_otherLogits, images) + _gaussian.Rate;
    }

    // A layer that takes some rows of its input: a sum of one number and of zeros is exact.
    private static Dense<double> Rows(int first)
    {
        var layer = new Dense<double>(2 * Units, Units);
        for (int i = 0; i < Units; i++)
            layer.Weights.Value[i][first + i] = 1;
        return layer;
    }
}
