using MutualInfo.Training;
using MutualInfo.Training.Layers;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.SampleTests.Training.SignCodes;

public class SignAutoencoderTests
{
    // The decoder's gradient is exact, so it must equal differences.
    [Fact]
    public void Evaluate_FreeDecoder_GradientEqualsDifferences()
    {
        var autoencoder = new SignAutoencoder(5, 7, SignDecoder.Free, temperature: 1, new Random(1));
        Matrix<double> batch = GradientCheck.Numbers(5, 9, new Random(2));
        autoencoder.Evaluate(batch);
        double[] gradient = autoencoder.Decoder.Gradient.Values.ToArray();
        GradientCheck.Compare("decoder", autoencoder.Decoder.Value, gradient, () => autoencoder.Evaluate(batch));
    }

    [Fact]
    public void Evaluate_TiedDecoder_ScaleGradientEqualsDifferences()
    {
        var autoencoder = new SignAutoencoder(5, 4, SignDecoder.Tied, temperature: 1, new Random(3));
        Matrix<double> batch = GradientCheck.Numbers(5, 9, new Random(4));
        autoencoder.Evaluate(batch);
        double[] gradient = autoencoder.Decoder.Gradient.Values.ToArray();
        GradientCheck.Compare("scale", autoencoder.Decoder.Value, gradient, () => autoencoder.Evaluate(batch));
    }

    // The encoder's gradient is straight-through by choice, but for a tied decoder its other part is exact: no sign changes
    // within the step, so differences see that part alone. What the sign lets through vanishes where the temperature is far
    // below every projection.
    [Fact]
    public void Evaluate_TiedDecoder_DecoderPartOfTheEncoderGradientEqualsDifferences()
    {
        var autoencoder = new SignAutoencoder(5, 4, SignDecoder.Tied, temperature: 1e-9, new Random(5));
        Matrix<double> batch = GradientCheck.Numbers(5, 3, new Random(6));
        autoencoder.Evaluate(batch);
        double[] gradient = autoencoder.Encoder.Gradient.Values.ToArray();
        GradientCheck.Compare("encoder", autoencoder.Encoder.Value, gradient, () => autoencoder.Evaluate(batch));
    }

    // And the straight-through part is the derivative of the smooth stand-in: with tanh(u/τ) for the sign in the backward pass
    // alone, it is Σ (∂loss/∂s)·(1/τ)(1 − tanh²(u/τ))·x, which is summed here by hand.
    [Fact]
    public void Evaluate_FreeDecoder_EncoderGradientIsStraightThrough()
    {
        const double temperature = 0.7;
        var autoencoder = new SignAutoencoder(4, 3, SignDecoder.Free, temperature, new Random(7));
        Matrix<double> batch = GradientCheck.Numbers(4, 6, new Random(8)), encoder = autoencoder.Encoder.Value, decoder = autoencoder.Decoder.Value;
        autoencoder.Evaluate(batch);
        for (int i = 0; i < 3; i++)
        {
            for (int k = 0; k < 4; k++)
            {
                double expected = 0;
                for (int j = 0; j < 6; j++)
                {
                    double[] projections = [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 4).Sum(m => encoder[row][m] * batch[m][j]))];
                    double toSign = Enumerable.Range(0, 4).Sum(m =>
                        2.0 / 24 * decoder[m][i] * (Enumerable.Range(0, 3).Sum(row => decoder[m][row] * Math.Sign(projections[row])) - batch[m][j]));
                    expected += toSign / temperature * (1 - Math.Pow(Math.Tanh(projections[i] / temperature), 2)) * batch[k][j];
                }

                Assert.Equal(expected, autoencoder.Encoder.Gradient[i][k], 1e-14);
            }
        }
    }

    [Fact]
    public void StraightThroughSign_Values_AreSignsAndZeroCountsAsPositive()
    {
        var input = new Matrix<double>(1, 4);
        new[] { -0.1, 0, -0.0, 3 }.CopyTo(input.Values);
        Assert.Equal([-1.0, 1, 1, 1], new StraightThroughSign<double>(1).Forward(input).Values.ToArray());
    }

    // Its gradient is that of tanh(x/τ), by differences of tanh.
    [Fact]
    public void StraightThroughSign_Gradient_IsThatOfTanh()
    {
        Matrix<double> input = GradientCheck.Numbers(1, 9, new Random(9)), ones = new(1, 9);
        ones.Values.Fill(1);
        var sign = new StraightThroughSign<double>(temperature: 0.5);
        sign.Forward(input);
        double[] gradient = sign.Backward(ones).Values.ToArray();
        GradientCheck.Compare("input", input, gradient, () => input.Values.ToArray().Sum(x => Math.Tanh(x / 0.5)));
    }
}
