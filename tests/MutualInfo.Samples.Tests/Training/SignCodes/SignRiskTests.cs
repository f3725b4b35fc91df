using MutualInfo.Training;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.SampleTests.Training.SignCodes;

public class SignRiskTests
{
    // 1e−14: sums of a few dozen numbers of order 1.
    private const double Rounding = 1e-14;

    [Theory]
    [InlineData(6, 4)]
    [InlineData(6, 6)]
    [InlineData(5, 9)]
    public void Evaluate_Gradients_EqualDifferencesAlongTheManifold(int inputs, int signs)
    {
        Matrix<double> encoder = Encoder(signs, inputs, seed: 1);
        var risk = new SignRisk();
        foreach (Func<Matrix<double>, double> evaluate in new Func<Matrix<double>, double>[] { risk.Evaluate, risk.EvaluateTied })
        {
            evaluate(encoder);
            double[] gradient = risk.Gradient.Values.ToArray();

            // Off the manifold a row counts by its direction alone, and the derivative there is the gradient on it.
            GradientCheck.Compare("encoder", encoder, gradient, () => evaluate(Normalized(encoder)));
        }
    }

    [Fact]
    public void Evaluate_OrthonormalRows_IsTheOptimumForBothDecoders()
    {
        var encoder = new Matrix<double>(3, 5);
        encoder.Values.Clear();
        for (int i = 0; i < 3; i++)
            encoder[i][4 - i] = i == 1 ? -1 : 1;
        var risk = new SignRisk();
        Assert.Equal(SignLimits.Optimum(0.6), risk.Evaluate(encoder), Rounding);
        Assert.Equal(SignLimits.Optimum(0.6), risk.EvaluateTied(encoder), Rounding);
        Assert.Equal(Math.Sqrt(2 / Math.PI), risk.TiedScale(encoder), Rounding);
        Assert.All(risk.Gradient.Values.ToArray(), slope => Assert.Equal(0, slope, Rounding));
    }

    // Two rows at 60 degrees in the plane: F has arcsin(½)·2/π = 1/3 off its diagonal, and tr(G·F⁻¹) = (2 − 2·½·⅓)/(1 − 1/9) =
    // 15/8.
    [Fact]
    public void Evaluate_TwoRowsAtSixtyDegrees_IsTheFormulaByHand()
    {
        var encoder = new Matrix<double>(2, 2);
        new[] { 1, 0, 0.5, Math.Sqrt(0.75) }.CopyTo(encoder.Values);
        Assert.Equal(1 - (15.0 / 8 / Math.PI), new SignRisk().Evaluate(encoder), Rounding);

        // tr(FG) = 2 + 2·½·⅓ = 7/3.
        Assert.Equal(1 - (2 / Math.PI * 4 / 2 / (7.0 / 3)), new SignRisk().EvaluateTied(encoder), Rounding);
    }

    // By drawing: five standard errors of a mean of 100 000 squared errors (one failure in two million seeds).
    [Fact]
    public void Evaluate_AnyDecoder_IsTheErrorOnDrawnNumbers()
    {
        const int n = 100_000, seed = 3;
        var random = new Random(seed);
        Matrix<double> encoder = Encoder(5, 4, seed), decoder = Encoder(4, 5, seed + 1);
        double sum = 0, squares = 0;
        double[] x = new double[4];
        for (int draw = 0; draw < n; draw++)
        {
            StandardNormal.Fill<double>(x, random);
            double error = 0;
            for (int k = 0; k < 4; k++)
            {
                double decoded = 0;
                for (int i = 0; i < 5; i++)
                    decoded += decoder[k][i] * (Dot(encoder[i], x) >= 0 ? 1 : -1);
                error += (x[k] - decoded) * (x[k] - decoded) / 4;
            }

            sum += error;
            squares += error * error;
        }

        double mean = sum / n, deviation = Math.Sqrt(((squares / n) - (mean * mean)) / n);
        double risk = new SignRisk().Evaluate(encoder, decoder);
        Assert.True(Math.Abs(mean - risk) <= 5 * deviation, $"seed {seed}: {mean} ± {deviation} drawn, {risk} by the formula");
    }

    [Fact]
    public void Evaluate_TiedDecoder_AgreesWithThatOfAnyDecoder()
    {
        Matrix<double> encoder = Encoder(7, 4, seed: 5), decoder = new();
        encoder.TransposeInto(decoder);
        var risk = new SignRisk();
        double scale = risk.TiedScale(encoder);
        foreach (ref double value in decoder.Values)
            value *= scale;
        Assert.Equal(risk.EvaluateTied(encoder), risk.Evaluate(encoder, decoder), Rounding);
    }

    // The values of the reference file: random rows and orthonormal ones. 1e−9 is the tolerance that was agreed with the file.
    [SharedTheory]
    [InlineData("c41_twolayer_sign_r0.5", 0.5, 0.72487097055845, 0.6816901138162093, 0.5831900946337664, 0.7673408137392779)]
    public void Evaluate_ReferenceCase_IsMet(string name, double rate, double random, double orthonormal, double tiedScale, double tied)
    {
        Matrix<double> encoder = Read($"{name}_B.npy"), best = Read($"{name}_Bh.npy");
        Assert.Equal(rate, encoder.Rows / (double)encoder.Columns);
        var risk = new SignRisk();
        Assert.Equal(random, risk.Evaluate(encoder), 1e-9);
        Assert.Equal(tiedScale, risk.TiedScale(encoder), 1e-9);
        Assert.Equal(tied, risk.EvaluateTied(encoder), 1e-9);
        Assert.Equal(orthonormal, risk.Evaluate(best), 1e-9);
        Assert.Equal(SignLimits.Optimum(rate), risk.Evaluate(best), 1e-9);
    }

    private static Matrix<double> Read(string file)
    {
        Samples<double> samples = Files.NpyFile.Read(SharedFolder.FileAt("reference", file)).AsSamples<double>();
        var matrix = new Matrix<double>(samples.Count, samples.Dimension);
        samples.Values.CopyTo(matrix.Values);
        SignRisk.Normalize(matrix);
        return matrix;
    }

    private static Matrix<double> Encoder(int rows, int columns, int seed)
    {
        var encoder = new Matrix<double>(rows, columns);
        StandardNormal.Fill(encoder.Values, new Random(seed));
        SignRisk.Normalize(encoder);
        return encoder;
    }

    private static Matrix<double> Normalized(Matrix<double> encoder)
    {
        var copy = new Matrix<double>(encoder.Rows, encoder.Columns);
        encoder.Values.CopyTo(copy.Values);
        SignRisk.Normalize(copy);
        return copy;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => OrderedSum.OfProducts(x, y);
}
