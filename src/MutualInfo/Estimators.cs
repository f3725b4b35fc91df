using MutualInfo.Discrete;
using MutualInfo.Gaussian;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;

namespace MutualInfo;

/// <summary>The named front doors: each returns an estimator that can be refined with <c>with { … }</c>.</summary>
public static class Estimators
{
    /// <summary>Exact information of variables that are discrete by themselves, such as the layers of a quantised network.</summary>
    public static DiscreteEstimator ExactDiscrete() => new(new ExactRows());

    /// <summary>Equal-width binning over a given range; the classic choice for tanh is 30 bins in [−1, 1].</summary>
    /// <param name="bins">The number of bins, at least 1.</param>
    /// <param name="low">The lower end of the range; values below are counted in the first bin and in the diagnostics.</param>
    /// <param name="high">The upper end of the range; values above are counted in the last bin and in the diagnostics.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static DiscreteEstimator Binning(int bins, double low, double high) => Binning(bins, BinRange.Given(low, high));

    /// <summary>Equal-width binning over a range that is measured or given.</summary>
    /// <param name="bins">The number of bins, at least 1. The default is 30.</param>
    /// <param name="range">The range; the default is that of each layer, <see cref="BinRange.PerLayer"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is out of its range.</exception>
    public static DiscreteEstimator Binning(int bins = 30, BinRange? range = null) =>
        new(new EqualWidthBins(bins, range ?? BinRange.PerLayer));

    /// <summary>Adaptive binning, EBAB: every bin holds equally many different values of the layer.</summary>
    /// <param name="bins">The number of bins, at least 1. The default is 30.</param>
    /// <param name="low">Where the first bin begins: 0 for ReLU, anything below −1 for tanh; null, the default, chooses it for each layer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static DiscreteEstimator AdaptiveBinning(int bins = 30, double? low = null) =>
        new(new EntropyBasedAdaptiveBins(bins, low));

    /// <summary>Kernel density: a Kolchinsky–Tracey bound for the layer plus Gaussian noise of fixed variance.</summary>
    /// <param name="noiseVariance">σ², above 0. The default, 0.001, is Saxe et al.'s for the 12-bit network; they use 0.1 for MNIST.</param>
    /// <param name="bound">Which bound; the default is the upper one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="noiseVariance"/> is not a finite number above 0.</exception>
    public static KernelDensityEstimator KernelDensity(
        double noiseVariance = 0.001, KernelDensityBound bound = KernelDensityBound.Upper) =>
        new(FixedBandwidth.FromVariance(noiseVariance)) { Bound = bound };

    /// <summary>Adaptive kernel density, aKDE: noise whose variance is proportional to the largest activity of the layer.</summary>
    /// <param name="scale">c in <c>σ² = c·max|x|</c>, above 0. The default is 0.01.</param>
    /// <param name="bound">Which bound; the default is the upper one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not a finite number above 0.</exception>
    public static KernelDensityEstimator AdaptiveKernelDensity(
        double scale = 0.01, KernelDensityBound bound = KernelDensityBound.Upper) =>
        new(new MaxActivityBandwidth(scale)) { Bound = bound };

    /// <summary>Matrix-based Rényi information, which is not Shannon's and can be negative.</summary>
    /// <param name="order">α, above 0. The default is the literature's 1.01; order 2 needs no eigenvalues: n² operations instead of n³.</param>
    /// <param name="bandwidth">How σ is chosen; the default is <see cref="ScottBandwidth"/> with Lee and Jo's γ = 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is NaN or not above 0.</exception>
    public static MatrixRenyiEstimator MatrixRenyi(double order = 1.01, IBandwidthRule? bandwidth = null) =>
        new(order, bandwidth ?? new ScottBandwidth());

    /// <summary>The closed form for jointly Gaussian variables, from the sample covariance, its bias taken off. Sees linear dependence only.</summary>
    public static GaussianEstimator Gaussian() => new();

    /// <summary>The closed form for a Gaussian copula, from the normal scores of the ranks. Sees monotone dependence only.</summary>
    public static GaussianCopulaEstimator GaussianCopula() => new();

    /// <summary>Nearest neighbours of two continuous variables, KSG: no bins and no bandwidth; right where dimensions are few.</summary>
    /// <param name="neighbours">k, at least 1. The default, 3, is in the middle of Kraskov et al.'s 2 to 4, and scikit-learn's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="neighbours"/> is below 1.</exception>
    public static KraskovEstimator Kraskov(int neighbours = 3) => new(neighbours);

    /// <summary>Nearest neighbours of a continuous variable and a label: I(T;Y) of a layer and its classes without bins.</summary>
    /// <param name="neighbours">k, at least 1. The default, 3, is Ross's own, and scikit-learn's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="neighbours"/> is below 1.</exception>
    public static RossEstimator Ross(int neighbours = 3) => new(neighbours);

    /// <summary>Nearest neighbours for whatever the variables are: <see cref="Kraskov"/> between samples, <see cref="Ross"/> against labels.</summary>
    /// <param name="neighbours">k, at least 1. The default is 3.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="neighbours"/> is below 1.</exception>
    public static NearestNeighbourEstimator NearestNeighbours(int neighbours = 3) => new(neighbours);
}
