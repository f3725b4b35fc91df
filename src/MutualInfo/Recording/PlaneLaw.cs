namespace MutualInfo.Recording;

/// <summary>
/// What must hold between the points of a plane. For which estimators each is a theorem, and for which it is not:
/// <c>docs/verdicts.md</c>.
/// </summary>
public enum PlaneLaw
{
    /// <summary>I(X;T) does not rise from one layer to the next: data processing.</summary>
    InputProcessing,

    /// <summary>I(T;Y) does not rise from one layer to the next: data processing.</summary>
    TargetProcessing,

    /// <summary>Neither information is above min(ln n, H(X), H(T)) or min(ln n, H(T), H(Y)).</summary>
    Ceiling,

    /// <summary>I(X;T) is H(T) where all inputs differ.</summary>
    DistinctInputs,

    /// <summary>Of two estimators with nested bins, the finer one shows no less.</summary>
    NestedBins,
}
