using System.Globalization;

namespace MutualInfo.Multivariate;

/// <summary>One joint entropy of a sum, and how often it counts there.</summary>
public sealed record EntropyTerm
{
    /// <summary>Gets the names of the variables that are joined.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Gets how often the entropy counts: negative where it is subtracted.</summary>
    public required int Coefficient { get; init; }

    /// <summary>Gets the joint entropy, by the rule of the estimator.</summary>
    public required Information Entropy { get; init; }

    /// <summary>Says it as in a formula, independent of the culture: <c>−2 H(T,Y) = 1.0000 bits</c>, the entropy once.</summary>
    public override string ToString()
    {
        string times = Math.Abs(Coefficient) == 1 ? "" : Math.Abs(Coefficient).ToString(CultureInfo.InvariantCulture) + " ";
        return $"{(Coefficient < 0 ? "−" : "+")}{times}H({string.Join(",", Variables)}) = {Entropy}";
    }
}
