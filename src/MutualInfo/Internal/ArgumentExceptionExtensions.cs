namespace MutualInfo.Internal;

internal static class ArgumentExceptionExtensions
{
    /// <summary>
    /// The same refusal under the name that the caller knows: a discretizer or bandwidth rule calls its argument <c>samples</c>, the
    /// user of an estimator calls it x or y.
    /// </summary>
    public static ArgumentException WithParamName(this ArgumentException refusal, string paramName)
    {
        string message = refusal.Message.Split(" (Parameter '")[0].Replace("samples[", $"{paramName}[", StringComparison.Ordinal);
        if (message.StartsWith("samples ", StringComparison.Ordinal))
            message = paramName + message["samples".Length..];
        return refusal is ArgumentOutOfRangeException range
            ? new ArgumentOutOfRangeException(paramName, range.ActualValue, message)
            : new ArgumentException(message, paramName, refusal);
    }
}
