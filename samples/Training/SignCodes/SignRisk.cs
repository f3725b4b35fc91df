using System.Numerics.Tensors;
using MutualInfo.Training.LinearAlgebra;

namespace MutualInfo.Training.SignCodes;

/// <summary>
/// The population risk (1/d)·E‖x − A·sign(Bx)‖² over x ~ N(0, I), exactly and without samples, and its gradient with respect to
/// the rows of B.
/// </summary>
/// <remarks>
/// With unit rows and G = BBᵀ, E sign(Bx)·sign(Bx)ᵀ = F = (2/π)·arcsin G, entry by entry, and E x·sign(Bx)ᵀ = √(2/π)·Bᵀ. The
/// best decoder is A = √(2/π)·BᵀF⁻¹. The length of a row changes no sign, so the manifold is that of unit rows.
/// </remarks>
public sealed class SignRisk
{
    private static readonly double _meanMagnitude = Math.Sqrt(2 / Math.PI);

    private readonly PositiveDefinite _inverse = new();
    private readonly Matrix<double> _signs = new();
    private readonly Matrix<double> _slopes = new();
    private readonly Matrix<double> _half = new();
    private readonly Matrix<double> _derivative = new();

    /// <summary>Gets G, the cosines between the rows of the last encoder, shape <c>(n, n)</c>.</summary>
    public Matrix<double> Cosines { get; } = new();

    /// <summary>Gets the gradient on the manifold of the last evaluation, shape <c>(n, d)</c>: orthogonal to every row.</summary>
    public Matrix<double> Gradient { get; } = new();

    /// <summary>Computes the risk under the best linear decoder, 1 − (2/πd)·tr(G·F⁻¹), and its gradient.</summary>
    /// <param name="encoder">B with unit rows, shape <c>(n, d)</c>.</param>
    public double Evaluate(Matrix<double> encoder)
    {
        Correlate(encoder);
        Matrix<double> inverse = _inverse.Invert(_signs);
        double trace = OrderedSum.OfProducts<double>(Cosines.Values, inverse.Values);

        // d tr(G·F⁻¹) = tr((F⁻¹ − (2/π)·(F⁻¹GF⁻¹)∘W)·dG), W the slopes of arcsin.
        Product.Of(inverse, Cosines, _half);
        Product.Of(_half, inverse, _derivative);
        TensorPrimitives.Multiply(_derivative.Values, _slopes.Values, _derivative.Values);
        TensorPrimitives.Multiply(_derivative.Values, -2 / Math.PI, _derivative.Values);
        TensorPrimitives.Add(_derivative.Values, inverse.Values, _derivative.Values);
        double scale = -2 / (Math.PI * encoder.Columns);
        SetGradient(encoder, 2 * scale);
        return 1 + (scale * trace);
    }

    /// <summary>Computes the risk under the best decoder of the form β·Bᵀ, 1 − (2/π)·n²/(d·tr(FG)), and its gradient.</summary>
    /// <param name="encoder">B with unit rows, shape <c>(n, d)</c>.</param>
    public double EvaluateTied(Matrix<double> encoder)
    {
        Correlate(encoder);
        double trace = OrderedSum.OfProducts<double>(Cosines.Values, _signs.Values);
        _derivative.Reshape(encoder.Rows, encoder.Rows);
        TensorPrimitives.Multiply(Cosines.Values, _slopes.Values, _derivative.Values);
        TensorPrimitives.Multiply(_derivative.Values, 2 / Math.PI, _derivative.Values);
        TensorPrimitives.Add(_derivative.Values, _signs.Values, _derivative.Values);
        double gain = 2 / Math.PI * encoder.Rows * encoder.Rows / encoder.Columns / trace;
        SetGradient(encoder, 2 * gain / trace);
        return 1 - gain;
    }

    /// <summary>Computes the best β of a tied decoder β·Bᵀ: √(2/π)·tr G / tr(FG).</summary>
    /// <param name="encoder">B with unit rows, shape <c>(n, d)</c>.</param>
    public double TiedScale(Matrix<double> encoder)
    {
        Correlate(encoder);
        return _meanMagnitude * encoder.Rows / OrderedSum.OfProducts<double>(Cosines.Values, _signs.Values);
    }

    /// <summary>Computes the risk of any linear decoder: 1 − (2/d)·√(2/π)·tr(AB) + (1/d)·tr(AFAᵀ).</summary>
    /// <param name="encoder">B with unit rows, shape <c>(n, d)</c>.</param>
    /// <param name="decoder">A, shape <c>(d, n)</c>.</param>
    public double Evaluate(Matrix<double> encoder, Matrix<double> decoder)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        Correlate(encoder);
        Product.Of(decoder, _signs, _half);
        double energy = OrderedSum.OfProducts<double>(_half.Values, decoder.Values);
        decoder.TransposeInto(_half);
        double match = OrderedSum.OfProducts<double>(_half.Values, encoder.Values);
        return 1 + ((energy - (2 * _meanMagnitude * match)) / encoder.Columns);
    }

    /// <summary>Divides every row by its norm.</summary>
    public static void Normalize(Matrix<double> encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        for (int i = 0; i < encoder.Rows; i++)
            TensorPrimitives.Divide(encoder[i], Math.Sqrt(OrderedSum.OfProducts<double>(encoder[i], encoder[i])), encoder[i]);
    }

    private void Correlate(Matrix<double> encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        Product.WithTransposed(encoder, encoder, Cosines);
        _signs.Reshape(encoder.Rows, encoder.Rows);
        _slopes.Reshape(encoder.Rows, encoder.Rows);
        for (int i = 0; i < encoder.Rows; i++)
        {
            Span<double> cosines = Cosines[i], signs = _signs[i], slopes = _slopes[i];
            for (int j = 0; j < cosines.Length; j++)
            {
                signs[j] = 2 / Math.PI * Math.Asin(Math.Clamp(cosines[j], -1, 1));
                slopes[j] = 1 / Math.Sqrt(1 - (cosines[j] * cosines[j]));
            }

            // A sign agrees with itself. On the manifold its cosine is 1 and stays so, which is no slope.
            (cosines[i], signs[i], slopes[i]) = (1, 1, 0);
        }
    }

    // scale·M·B, less its component along every row.
    private void SetGradient(Matrix<double> encoder, double scale)
    {
        Product.Of(_derivative, encoder, Gradient);
        for (int i = 0; i < encoder.Rows; i++)
        {
            Span<double> row = Gradient[i];
            TensorPrimitives.MultiplyAdd(encoder[i], -OrderedSum.OfProducts<double>(row, encoder[i]), row, row);
            TensorPrimitives.Multiply(row, scale, row);
        }
    }
}
