namespace MutualInfo.Internal;

internal static class ArgumentExceptionExtensions
{
    /// <summary>
    /// The same refusal under the name that the caller knows: a discretizer or bandwidth rule calls its argument
    /// <c>samples</c>, an entropy calls it <c>counts</c>, the user of an estimator calls it x or y.
    /// </summary>
    public static ArgumentException WithParamName(this ArgumentException refusal, string paramName) =>
        refusal.WithParamName(paramName, paramName);

    /// <summary>
    /// The same refusal where the message calls its subject by more than the name of a parameter, such as two of them.
    /// </summary>
    public static ArgumentException WithParamName(this ArgumentException refusal, string paramName, string subject)
    {
        string given = refusal.ParamName == "counts" ? "counts" : "samples";
        string message = refusal.Message.Split(" (Parameter '")[0].Replace($"{given}[", $"{subject}[", StringComparison.Ordinal);
        if (message.StartsWith($"{given} ", StringComparison.Ordinal))
            message = subject + message[given.Length..];
        return refusal is ArgumentOutOfRangeException range
            ? new ArgumentOutOfRangeException(paramName, range.ActualValue, message)
            : new ArgumentException(message, paramName, refusal);
    }
}
