namespace MutualInfo.Internal;

/// <summary>
/// An entropy that is not defined for a histogram calls it <c>counts</c>; the caller of an estimator knows it as a variable.
/// </summary>
internal static class CountsRefusal
{
    /// <summary>Measures, and lets a refusal of counts bear the name of the parameter, and its message that of the subject.</summary>
    /// <remarks>A layer that a recorder has named <c>layers[1]</c> is a part of the parameter <c>layers</c>.</remarks>
    public static T Named<T>(string name, string subject, Func<T> measure)
    {
        try
        {
            return measure();
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "counts")
        {
            throw refusal.WithParamName(name.Split('[')[0], subject);
        }
    }
}
