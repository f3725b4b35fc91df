namespace MutualInfo.Tool;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>The result is on standard output.</summary>
    public const int Success = 0;

    /// <summary>The input was refused: a file that cannot be read, or data that the estimator does not take.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong; no file was read.</summary>
    public const int Usage = 2;
}
