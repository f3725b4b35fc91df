using System.Globalization;
using MutualInfo.Internal;

namespace MutualInfo;

/// <summary>What an estimator estimates, which is rarely the information of the numbers themselves.</summary>
public sealed record Estimand
{
    private Estimand(EstimandKind kind, string description)
    {
        Kind = kind;
        Description = description;
    }

    /// <summary>Gets what an estimator has that does not say: one of a caller's own.</summary>
    public static Estimand Unstated { get; } = new(EstimandKind.Unstated, "what its estimator does not state");

    /// <summary>Gets the Shannon information of variables that are discrete by themselves.</summary>
    public static Estimand Discrete { get; } = new(
        EstimandKind.Discrete, "the Shannon information of the variables as they are, each different value a symbol");

    /// <summary>Gets the kind.</summary>
    public EstimandKind Kind { get; }

    /// <summary>Gets the quantity in words, which follow on "it estimates".</summary>
    public string Description { get; }

    /// <summary>Gets what else must be known of this estimate, in words; null where there is nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Gets whether the quantity is Shannon's information of some form of the variables, or a bound on it.</summary>
    public bool IsShannon => Kind is not (EstimandKind.MatrixRenyi or EstimandKind.Unstated);

    /// <summary>Makes the Shannon information of binned variables.</summary>
    /// <param name="bins">How they are binned, such as <c>30 equal-width bins</c>.</param>
    public static Estimand Binned(string bins) => new(
        EstimandKind.Binned, $"the Shannon information of the variables as binned ({Named(bins, nameof(bins))}), not of the numbers behind them");

    /// <summary>Makes the Shannon information of variables plus Gaussian noise.</summary>
    /// <param name="noise">What is known of the noise and the estimate, such as <c>upper bounds of the entropies</c>.</param>
    public static Estimand WithNoise(string noise) => new(
        EstimandKind.WithNoise, $"the Shannon information of the variables plus Gaussian noise of standard deviation σ ({Named(noise, nameof(noise))})");

    /// <summary>Makes the matrix-based Rényi information of an order.</summary>
    /// <param name="order">α.</param>
    public static Estimand MatrixRenyi(double order) => new(
        EstimandKind.MatrixRenyi, string.Create(CultureInfo.InvariantCulture, $"the matrix-based Rényi information of order {order}, which is not Shannon's"));

    /// <summary>Makes the Shannon information of continuous variables, without bins or noise.</summary>
    public static Estimand Continuous { get; } = new(
        EstimandKind.Continuous, "the Shannon information of the continuous variables");

    /// <summary>Makes the Shannon information that variables would have under a model.</summary>
    /// <param name="model">The model, such as <c>jointly Gaussian</c>.</param>
    public static Estimand UnderModel(string model) => new(
        EstimandKind.UnderModel, $"the Shannon information of the variables if they are {Named(model, nameof(model))}");

    /// <summary>Says it in words.</summary>
    public override string ToString() => Remark is null ? Description : $"{Description}; {Remark}";

    private static string Named(string text, string paramName)
    {
        Throw.UnlessGiven(text, paramName);
        if (string.IsNullOrWhiteSpace(text))
            Throw.Invalid(paramName, $"{paramName} is blank; say it in a few words.");
        return text;
    }
}
