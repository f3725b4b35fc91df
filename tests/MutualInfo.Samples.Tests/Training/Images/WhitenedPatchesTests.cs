using MutualInfo.Training;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.SampleTests.Training.Images;

public class WhitenedPatchesTests
{
    [Fact]
    public void Cut_TrainingPatches_HaveMeanZeroAndTheIdentityForACovariance()
    {
        WhitenedPatches patches = WhitenedPatches.Cut(DrawnDigits.Create(200, 50), side: 6, dimensions: 20, 3000, 500, new Random(1));
        Assert.Equal((3000, 20, 500, 20), (patches.Train.Rows, patches.Train.Columns, patches.Test.Rows, patches.Test.Columns));
        Assert.InRange(patches.KeptVariance, 0.8, 1);
        Matrix<double> products = new();
        Product.OfTransposed(patches.Train, patches.Train, products);
        for (int k = 0; k < 20; k++)
        {
            double mean = 0;
            for (int i = 0; i < 3000; i++)
                mean += patches.Train[i][k] / 3000;
            Assert.Equal(0, mean, 1e-12);

            // Least eigenvalues of a hundredth of the largest multiply the rounding of the decomposition by about 100.
            for (int l = 0; l < 20; l++)
                Assert.Equal(k == l ? 1 : 0, products[k][l] / 3000, 1e-11);
        }
    }
}
