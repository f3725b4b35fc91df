namespace MutualInfo.Neighbours;

/// <summary>Which of the two estimators of Kraskov, Stögbauer and Grassberger.</summary>
public enum KraskovVariant
{
    /// <summary>I⁽¹⁾: one distance for both variables, that of the k-th neighbour. The usual one: less spread.</summary>
    First,

    /// <summary>
    /// I⁽²⁾: the smallest rectangle around the k neighbours, with a side for each variable. Less bias in high dimension.
    /// </summary>
    Second,
}
