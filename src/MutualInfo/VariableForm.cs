namespace MutualInfo;

/// <summary>In which form a variable was given to an estimator.</summary>
public enum VariableForm
{
    /// <summary>As numbers, which the estimator has binned or compared.</summary>
    Samples,

    /// <summary>As symbols.</summary>
    Symbols,

    /// <summary>
    /// As <see cref="Symbols.Distinct"/>: the caller says that all samples differ, so H = ln n is a fact and no sign of too few
    /// samples.
    /// </summary>
    DistinctSymbols,
}
