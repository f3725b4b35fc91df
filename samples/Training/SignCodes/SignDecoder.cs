namespace MutualInfo.Training.SignCodes;

/// <summary>How signs are decoded.</summary>
public enum SignDecoder
{
    /// <summary>By a matrix of its own.</summary>
    Free,

    /// <summary>By the transposed encoder, times one number.</summary>
    Tied,
}
