using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Sensitivity.Primitives;

namespace MutualInfo.Sensitivity;

/// <summary>
/// One estimator at several values of one parameter: how much of an estimate is the variables', and how much the parameter's.
/// Immutable.
/// </summary>
/// <remarks>
/// What the variants have in common is done once: the distances of all pairs for kernel density at several σ, the spectra for
/// matrix Rényi at several orders, the range or the sort for several numbers of bins, the search for several k. Each estimate is
/// the one that its estimator gives by itself: to the last bit for counting, orders and k, and to rounding for σ; see
/// <c>docs/sensitivity.md</c>.
/// </remarks>
public sealed class Sweep
{
    private Sweep(string parameter, ReadOnlySpan<double> values, Func<double, IMutualInformationEstimator> make, string valuesName)
    {
        if (values.IsEmpty)
            Throw.Invalid(valuesName, $"{valuesName} is empty; at least 1 value of {parameter} is expected.");
        Parameter = parameter;
        Values = values.ToArray().AsReadOnly();
        Estimators = Values.Select(make).ToArray().AsReadOnly();
        for (int i = 0; i < Estimators.Count; i++)
        {
            if (Estimators[i] is null)
                Throw.Invalid(nameof(make), $"make gives no estimator for {parameter} = {values[i]}.");
        }
    }

    /// <summary>Gets the name of the parameter, such as <c>σ</c>.</summary>
    public string Parameter { get; }

    /// <summary>Gets its values, in the order given.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Gets an estimator for each value.</summary>
    public IReadOnlyList<IMutualInformationEstimator> Estimators { get; }

    /// <summary>Kernel density or matrix Rényi at several fixed bandwidths.</summary>
    /// <param name="estimator">
    /// A <see cref="Kernels.KernelDensityEstimator"/> or <see cref="Kernels.MatrixRenyiEstimator"/>, whose other parameters are
    /// kept.
    /// </param>
    /// <param name="sigmas">σ, each a finite number above 0, in the units of the samples after scaling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="estimator"/> is null.</exception>
    /// <exception cref="ArgumentException">The estimator has no bandwidth, or no σ is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A σ is not a finite number above 0.</exception>
    public static Sweep OfBandwidth(IMutualInformationEstimator estimator, params ReadOnlySpan<double> sigmas) =>
        new("σ", sigmas, sigma => Variants.WithBandwidth(estimator, sigma), nameof(sigmas));

    /// <summary>Kernel density or matrix Rényi at several multiples of what its own bandwidth rule says.</summary>
    /// <param name="estimator">
    /// A <see cref="Kernels.KernelDensityEstimator"/> or <see cref="Kernels.MatrixRenyiEstimator"/> with a rule that has a
    /// factor.
    /// </param>
    /// <param name="factors">What σ is multiplied by, each a finite number above 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="estimator"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The estimator has no bandwidth or its rule no factor, or no factor is given.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A factor is not a finite number above 0.</exception>
    public static Sweep OfBandwidthFactor(IMutualInformationEstimator estimator, params ReadOnlySpan<double> factors) =>
        new("factor of σ", factors, factor => Variants.WithBandwidthTimes(estimator, factor), nameof(factors));

    /// <summary>Matrix Rényi at several orders.</summary>
    /// <param name="estimator">The estimator, whose other parameters are kept.</param>
    /// <param name="orders">α, each above 0; <see cref="double.PositiveInfinity"/> is allowed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="estimator"/> is null.</exception>
    /// <exception cref="ArgumentException">No order is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An order is NaN or not above 0.</exception>
    public static Sweep OfOrder(Kernels.MatrixRenyiEstimator estimator, params ReadOnlySpan<double> orders)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new Sweep("α", orders, order => estimator with { Order = order }, nameof(orders));
    }

    /// <summary>Binning at several numbers of bins.</summary>
    /// <param name="estimator">An estimator whose discretizer has a number of bins; its other parameters are kept.</param>
    /// <param name="bins">The numbers of bins.</param>
    /// <exception cref="ArgumentNullException"><paramref name="estimator"/> is null.</exception>
    /// <exception cref="ArgumentException">The discretizer has no number of bins, or no number is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The discretizer refuses a number.</exception>
    public static Sweep OfBins(Discrete.DiscreteEstimator estimator, params ReadOnlySpan<int> bins)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new Sweep("bins", Numbers(bins), number => Variants.WithBins(estimator, (int)number), nameof(bins));
    }

    /// <summary>KSG or Ross at several numbers of neighbours.</summary>
    /// <param name="estimator">
    /// A <see cref="Neighbours.KraskovEstimator"/> or <see cref="Neighbours.RossEstimator"/>, whose other parameters are kept.
    /// </param>
    /// <param name="neighbours">The numbers of neighbours k, each at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="estimator"/> is null.</exception>
    /// <exception cref="ArgumentException">The estimator counts no neighbours, or no number is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Sweep OfNeighbours(IMutualInformationEstimator estimator, params ReadOnlySpan<int> neighbours) =>
        new("k", Numbers(neighbours), number => Variants.WithNeighbours(estimator, (int)number), nameof(neighbours));

    /// <summary>Any estimator at several values of any parameter.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="make">Makes the estimator for a value.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The name is blank, no value is given, or <paramref name="make"/> returns null.
    /// </exception>
    public static Sweep Of(string parameter, Func<double, IMutualInformationEstimator> make, params ReadOnlySpan<double> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(parameter);
        ArgumentNullException.ThrowIfNull(make);
        return new Sweep(parameter, values, make, nameof(values));
    }

    /// <summary>Estimates the information of two discrete variables at every value of the parameter.</summary>
    /// <inheritdoc cref="IMutualInformationEstimator.Estimate(Symbols, Symbols, EstimationOptions?)"/>
    /// <returns>An estimate for each value, in their order.</returns>
    public SensitivityCurve Estimate(Symbols x, Symbols y, EstimationOptions? options = null)
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        SweepRun run = new(this, x.Count, y.Count, options);
        run.Measure(run.Represent(x, nameof(x)), run.Represent(y, nameof(y)));
        foreach (int alone in run.Alone())
            run[alone] = Estimators[alone].Estimate(x, y, run.OptionsOf(alone));
        return run.Curve();
    }

    /// <summary>Estimates the information of numbers and a discrete variable at every value of the parameter.</summary>
    /// <inheritdoc cref="IMutualInformationEstimator.Estimate{T}(Samples{T}, Symbols, EstimationOptions?)"/>
    /// <returns>An estimate for each value, in their order.</returns>
    public SensitivityCurve Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        SweepRun run = new(this, x.Count, y.Count, options);
        run.Measure(run.Represent(x, y, nameof(x)), run.Represent(y, nameof(y)));
        foreach (int alone in run.Alone())
            run[alone] = Estimators[alone].Estimate(x, y, run.OptionsOf(alone));
        return run.Curve();
    }

    /// <summary>Estimates the information of a discrete variable and numbers at every value of the parameter.</summary>
    /// <inheritdoc cref="MutualInformationEstimatorExtensions.Estimate{T}"/>
    /// <returns>An estimate for each value, in their order.</returns>
    public SensitivityCurve Estimate<T>(Symbols x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        SweepRun run = new(this, x.Count, y.Count, options);
        run.Measure(run.Represent(x, nameof(x)), run.Represent(y, x, nameof(y)));
        foreach (int alone in run.Alone())
            run[alone] = Estimators[alone].Estimate(x, y, run.OptionsOf(alone));
        return run.Curve();
    }

    /// <summary>Estimates the information of two variables that are numbers at every value of the parameter.</summary>
    /// <inheritdoc cref="IMutualInformationEstimator.Estimate{T}(Samples{T}, Samples{T}, EstimationOptions?)"/>
    /// <returns>An estimate for each value, in their order.</returns>
    public SensitivityCurve Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(x, nameof(x));
        Guard.NotEmpty(y, nameof(y));
        SweepRun run = new(this, x.Count, y.Count, options);
        run.Measure(run.Represent(x, null, nameof(x)), run.Represent(y, null, nameof(y)));
        foreach (int alone in run.Alone())
            run[alone] = Estimators[alone].Estimate(x, y, run.OptionsOf(alone));
        return run.Curve();
    }

    /// <summary>Says what is swept, independent of the culture: <c>σ = 0.1, 0.2, 0.4</c>.</summary>
    public override string ToString() =>
        $"{Parameter} = {string.Join(", ", Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}";

    private static double[] Numbers(ReadOnlySpan<int> whole)
    {
        double[] numbers = new double[whole.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = whole[i];
        return numbers;
    }
}
