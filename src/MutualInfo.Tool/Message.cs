namespace MutualInfo.Tool;

/// <summary>Messages of exceptions, as one line for a person.</summary>
internal static class Message
{
    /// <summary>The message without the lines that .NET adds for programmers: the parameter's name and its value once more.</summary>
    public static string Of(Exception exception)
    {
        string message = exception.Message;
        if (exception is ArgumentException { ParamName: { } name } && message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is int end and >= 0)
            message = message[..end];
        return message.ReplaceLineEndings(" ").Trim();
    }
}
