namespace MutualInfo.Tool;

/// <summary>The command was used wrongly: exit code 2, before any file is read.</summary>
internal sealed class UsageException(string message) : Exception(message);
