namespace MutualInfo;

/// <summary>The kinds of quantity that are called mutual information.</summary>
public enum EstimandKind
{
    /// <summary>Not stated by the estimator.</summary>
    Unstated,

    /// <summary>Shannon information of variables that are discrete by themselves.</summary>
    Discrete,

    /// <summary>Shannon information of binned variables.</summary>
    Binned,

    /// <summary>Shannon information of variables plus Gaussian noise, between bounds.</summary>
    WithNoise,

    /// <summary>Matrix-based Rényi information, which is not Shannon's.</summary>
    MatrixRenyi,

    /// <summary>Shannon information of continuous variables.</summary>
    Continuous,

    /// <summary>Shannon information under a model of the variables.</summary>
    UnderModel,
}
