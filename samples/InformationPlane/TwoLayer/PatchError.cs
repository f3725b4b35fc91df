using MutualInfo.Training;
using MutualInfo.Training.Data.Images;
using MutualInfo.Training.Layers;
using MutualInfo.Training.LinearAlgebra;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>The error of sign codes on pieces of images that were not trained on, as a share of their variance.</summary>
public static class PatchError
{
    /// <summary>Fits the linear decoder of least squares to the training pieces, and measures it on the test pieces.</summary>
    /// <param name="encoder">B, shape <c>(n, d)</c>.</param>
    /// <param name="patches">The pieces.</param>
    public static double Of(Matrix<double> encoder, WhitenedPatches patches)
    {
        ArgumentNullException.ThrowIfNull(patches);
        Matrix<double> signs = Signs(encoder, patches.Train), moments = new(), match = new(), decoder = new(), decoded = new();
        Product.OfTransposed(signs, signs, moments);
        Product.OfTransposed(signs, patches.Train, match);
        Product.Of(new PositiveDefinite().Invert(moments), match, decoder);
        Product.Of(Signs(encoder, patches.Test), decoder, decoded);

        double error = 0, energy = 0;
        for (int i = 0; i < decoded.Values.Length; i++)
        {
            double value = patches.Test.Values[i];
            error += (value - decoded.Values[i]) * (value - decoded.Values[i]);
            energy += value * value;
        }

        return error / energy;
    }

    private static Matrix<double> Signs(Matrix<double> encoder, Matrix<double> pieces)
    {
        Matrix<double> projections = new();
        Product.WithTransposed(pieces, encoder, projections);
        return new StraightThroughSign<double>(temperature: 1).Forward(projections);
    }
}
