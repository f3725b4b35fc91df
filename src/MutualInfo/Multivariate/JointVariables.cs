using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Multivariate.Primitives;

namespace MutualInfo.Multivariate;

/// <summary>
/// Variables that were observed together, any number of samples and symbols, under one estimator: what some of them tell of
/// others, given still others, and how far all are from independent.
/// </summary>
/// <remarks>
/// <para>
/// Made by <see cref="IMultivariateEstimator.Observe"/>. A variable is represented when it is added, as symbols or as a
/// similarity, and no view of the caller's memory is kept. Every quantity is a sum of joint entropies; each of those is measured
/// once, whichever quantities need it.
/// </para>
/// <para>
/// The joint of counting estimators is the joint symbol, that of kernels the product of similarities. A product of many
/// similarities is nearly the identity, and many joint symbols all differ, long before n is large: see
/// <see cref="MultivariateEstimate.Saturation"/>. Results do not depend on the order in which variables are added or named, nor
/// on the number of threads, to the last bit. Not thread-safe.
/// </para>
/// </remarks>
public sealed class JointVariables
{
    // 2¹⁰ − 1 entropies. Beyond, the subsets of the variables outnumber the samples.
    private const int MostInteracting = 10;

    private readonly IJoiningEstimator _estimator;
    private readonly EstimationOptions _options;
    private readonly VariableList _variables;
    private readonly JointEntropies _entropies;

    internal JointVariables(IJoiningEstimator estimator, EstimationOptions? options)
    {
        _estimator = estimator;
        _options = options ?? EstimationOptions.Default;
        _variables = new VariableList(estimator, _options);
        _entropies = new JointEntropies(estimator, _variables, _options);
    }

    /// <summary>Gets the estimator by whose rule all is measured.</summary>
    public IMultivariateEstimator Estimator => _estimator;

    /// <summary>Gets n, the number of observations; 0 before a variable is added.</summary>
    public int SampleCount => _variables.SampleCount;

    /// <summary>Gets the names of the variables, in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => _variables.Names;

    /// <summary>Adds a discrete variable.</summary>
    /// <param name="name">Its name, by which it is asked for.</param>
    /// <param name="symbols">n symbols, observed together with the other variables.</param>
    /// <returns>This set.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or taken, or the symbols are none, too few, or not as many as those before.
    /// </exception>
    public JointVariables Add(string name, Symbols symbols)
    {
        _variables.Add(name, symbols);
        return this;
    }

    /// <summary>Adds a variable of numbers, such as a layer; its d numbers are one variable.</summary>
    /// <typeparam name="T">The type of the numbers; another variable may have another.</typeparam>
    /// <param name="name">Its name, by which it is asked for.</param>
    /// <param name="samples">Samples of shape <c>(n, d)</c>, observed together with the other variables.</param>
    /// <returns>This set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or taken; the samples are empty, not as many as those before, or refused by the
    /// estimator.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public JointVariables Add<T>(string name, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        _variables.Add(name, samples);
        return this;
    }

    /// <summary>
    /// Adds every column as a variable of its own, such as the units of a layer: <c>name.0</c>, <c>name.1</c>, …
    /// </summary>
    /// <typeparam name="T">The type of the numbers; another variable may have another.</typeparam>
    /// <param name="name">What the names of the variables begin with.</param>
    /// <param name="samples">Samples of shape <c>(n, d)</c>, observed together with the other variables.</param>
    /// <remarks>
    /// A range, edges or a bandwidth that follows a layer then follows each column by itself. Where a column is refused, none is
    /// added.
    /// </remarks>
    /// <returns>This set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Add{T}(string, Samples{T})"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public JointVariables AddColumns<T>(string name, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        _variables.AddColumns(name, samples);
        return this;
    }

    /// <summary>Measures the joint entropy H(X₁, …, Xₖ).</summary>
    /// <param name="variables">The names of one variable or more; none for all.</param>
    /// <exception cref="ArgumentException">There is no such variable, or one is named twice.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Information Entropy(params ReadOnlySpan<string> variables) => _entropies.Of(Chosen(variables, 1));

    /// <summary>Estimates I(X;Y) of two of the variables: the very number of the estimator's <c>Estimate</c>.</summary>
    /// <param name="x">The name of one variable.</param>
    /// <param name="y">The name of another.</param>
    /// <exception cref="ArgumentException">There is no such variable, or one is named twice.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate MutualInformation(string x, string y) => MutualInformation([x], [y]);

    /// <summary>Estimates I(X;Y) where X and Y are joint variables, as in I(X;(Y,Z)).</summary>
    /// <param name="x">The names of one variable or more.</param>
    /// <param name="y">The names of others.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such variable, one is named twice, or none.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate MutualInformation(IReadOnlyList<string> x, IReadOnlyList<string> y)
    {
        VariableSubset[] parts = _variables.Find((x, nameof(x)), (y, nameof(y)));
        return Estimate(QuantityName.Information(x, y, []), EntropySum.Information(parts[0], parts[1], VariableSubset.First(0)));
    }

    /// <summary>
    /// Estimates I(X;Y|Z) = H(X,Z) + H(Y,Z) − H(Z) − H(X,Y,Z): what X and Y tell of each other to one who knows Z.
    /// </summary>
    /// <param name="x">The name of one variable.</param>
    /// <param name="y">The name of another.</param>
    /// <param name="given">The name of the variable Z that is known.</param>
    /// <remarks>Four joint entropies.</remarks>
    /// <exception cref="ArgumentException">There is no such variable, or one is named twice.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate ConditionalMutualInformation(string x, string y, string given) =>
        ConditionalMutualInformation([x], [y], [given]);

    /// <summary>Estimates I(X;Y|Z) where X, Y and Z are joint variables.</summary>
    /// <param name="x">The names of one variable or more.</param>
    /// <param name="y">The names of others.</param>
    /// <param name="given">The names of the variables Z that are known.</param>
    /// <inheritdoc cref="ConditionalMutualInformation(string, string, string)" path="/remarks"/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such variable, one is named twice, or none.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate ConditionalMutualInformation(
        IReadOnlyList<string> x, IReadOnlyList<string> y, IReadOnlyList<string> given)
    {
        VariableSubset[] parts = _variables.Find((x, nameof(x)), (y, nameof(y)), (given, nameof(given)));
        return Estimate(QuantityName.Information(x, y, given), EntropySum.Information(parts[0], parts[1], parts[2]));
    }

    /// <summary>
    /// Estimates Σ H(Xᵢ) − H(X₁, …, Xₖ): how far the variables are from independent. I(X;Y) for two, 0 for one.
    /// </summary>
    /// <param name="variables">The names of one variable or more; none for all.</param>
    /// <remarks>k + 1 entropies. Also called multi-information.</remarks>
    /// <exception cref="ArgumentException">There is no such variable, or one is named twice.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate TotalCorrelation(params ReadOnlySpan<string> variables)
    {
        VariableSubset all = Chosen(variables, 1);
        MultivariateEstimate estimate = Estimate(Named("total correlation", all), EntropySum.TotalCorrelation(all));
        double[] single = [.. Enumerable.Range(0, all.Count).Select(place => _entropies.Of(all.Slice(place, place + 1)).Nats).Order()];
        return estimate with { Normalised = Share(estimate.Value.Nats, single[..^1].Sum()) };
    }

    /// <summary>
    /// Estimates Σ H(all but Xᵢ) − (k − 1)·H(X₁, …, Xₖ) = H(X₁, …, Xₖ) − Σ H(Xᵢ|the others): what more than one of them knows.
    /// I(X;Y) for two.
    /// </summary>
    /// <param name="variables">The names of one variable or more; none for all.</param>
    /// <remarks>
    /// k + 1 joint entropies of k − 1 variables and more: for kernels O(n²·k·D), D the coordinates of all. Also called binding
    /// information.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such variable, or one is named twice.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate DualTotalCorrelation(params ReadOnlySpan<string> variables)
    {
        VariableSubset all = Chosen(variables, 1);
        MultivariateEstimate estimate = Estimate(Named("dual total correlation", all), EntropySum.DualTotalCorrelation(all));
        return estimate with { Normalised = Share(estimate.Value.Nats, estimate.JointEntropy.Nats) };
    }

    /// <summary>
    /// Estimates interaction information, by McGill's sign: I(X;Y) for two variables, I(X;Y|Z) − I(X;Y) for three, and so on.
    /// Above 0 where variables tell together what none tells alone, below 0 where they repeat each other.
    /// </summary>
    /// <param name="variables">The names of 2 to 10 variables; none for all.</param>
    /// <remarks>
    /// 2ᵏ − 1 entropies, each with a bias of its own. Co-information is (−1)ᵏ times it: the other sign for three variables.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such variable, one is named twice, or there are not 2 to 10.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MultivariateEstimate InteractionInformation(params ReadOnlySpan<string> variables)
    {
        VariableSubset all = Chosen(variables, 2);
        if (all.Count > MostInteracting)
            Throw.Invalid(nameof(variables), $"variables are {all.Count}; their interaction is a sum of 2^{all.Count} − 1 entropies, and at most {MostInteracting} variables are taken. Name fewer.");
        return Estimate(Named("interaction information", all), EntropySum.InteractionInformation(all));
    }

    private VariableSubset Chosen(ReadOnlySpan<string> variables, int least)
    {
        VariableSubset chosen = variables.IsEmpty
            ? VariableSubset.First(Names.Count)
            : _variables.Find((variables.ToArray(), nameof(variables)))[0];
        if (chosen.Count < least)
            Throw.Invalid(nameof(variables), $"variables are {chosen.Count}; at least {least} must have been added and named.");
        return chosen;
    }

    private string Named(string quantity, VariableSubset all) => QuantityName.Of(quantity, _variables.NamesOf(all));

    private MultivariateEstimate Estimate(string quantity, EntropySum sum) => _entropies.Estimate(quantity, sum);

    private static double? Share(double part, double whole) => whole > 0 ? part / whole : null;
}
