using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MutualInfo.Training.Data.Images;

/// <summary>
/// Square pieces of images at random places, on their first principal axes and scaled to variance 1 along each.
/// </summary>
/// <param name="Train">Pieces of training images, shape <c>(pieces, d)</c>: mean 0, and the identity for a covariance.</param>
/// <param name="Test">
/// Pieces of test images through the same map, whose moments are those of the training pieces only nearly.
/// </param>
/// <param name="KeptVariance">The share of the variance of the pieces along the axes that were kept.</param>
public sealed record WhitenedPatches(Matrix<double> Train, Matrix<double> Test, double KeptVariance)
{
    /// <summary>Cuts and whitens.</summary>
    /// <param name="images">The images.</param>
    /// <param name="side">Height and width of a piece.</param>
    /// <param name="dimensions">d, the principal axes kept, at most side².</param>
    /// <param name="trainCount">Pieces of training images.</param>
    /// <param name="testCount">Pieces of test images.</param>
    /// <param name="random">Draws images and places.</param>
    public static WhitenedPatches Cut(ImageSet images, int side, int dimensions, int trainCount, int testCount, Random random)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, images.Side);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, side * side);
        Matrix<double> train = Cut(images.Train, images.Side, side, trainCount, random);
        Matrix<double> test = Cut(images.Test, images.Side, side, testCount, random);
        Centre(train, test);

        Matrix<double> products = new();
        Product.OfTransposed(train, train, products);
        Evd<double> axes = DenseMatrix.Create(side * side, side * side, (i, j) => products[i][j] / trainCount).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        double[] variances = [.. axes.EigenValues.Select(value => value.Real)];

        // Math.NET gives eigenvalues in ascending order: the last ones are kept.
        int first = variances.Length - dimensions;
        var map = new Matrix<double>(variances.Length, dimensions);
        for (int k = 0; k < variances.Length; k++)
        {
            for (int axis = 0; axis < dimensions; axis++)
                map[k][axis] = axes.EigenVectors[k, first + axis] / Math.Sqrt(variances[first + axis]);
        }

        return new WhitenedPatches(Map(train, map), Map(test, map), variances[first..].Sum() / variances.Sum());
    }

    private static Matrix<double> Cut(LabeledData<float> images, int imageSide, int side, int count, Random random)
    {
        var pieces = new Matrix<double>(count, side * side);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> image = images.Samples[random.Next(images.Count)];
            int top = random.Next(imageSide - side + 1), left = random.Next(imageSide - side + 1);
            for (int k = 0; k < side * side; k++)
                pieces[i][k] = image[((top + (k / side)) * imageSide) + left + (k % side)];
        }

        return pieces;
    }

    private static void Centre(Matrix<double> train, Matrix<double> test)
    {
        double[] means = new double[train.Columns];
        for (int i = 0; i < train.Rows; i++)
        {
            for (int k = 0; k < means.Length; k++)
                means[k] += train[i][k] / train.Rows;
        }

        foreach (Matrix<double> pieces in new[] { train, test })
        {
            for (int i = 0; i < pieces.Rows; i++)
            {
                for (int k = 0; k < means.Length; k++)
                    pieces[i][k] -= means[k];
            }
        }
    }

    private static Matrix<double> Map(Matrix<double> pieces, Matrix<double> map)
    {
        Matrix<double> mapped = new();
        Product.Of(pieces, map, mapped);
        return mapped;
    }
}
