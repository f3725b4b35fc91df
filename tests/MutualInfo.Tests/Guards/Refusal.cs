namespace MutualInfo.Tests.Guards;

/// <summary>Asserts a refusal: the exact type, the parameter, and what the message must tell.</summary>
internal static class Refusal
{
    public static void Argument(string paramName, Action call, params string[] tells) => Of<ArgumentException>(paramName, call, tells);

    public static void OutOfRange(string paramName, Action call, params string[] tells) => Of<ArgumentOutOfRangeException>(paramName, call, tells);

    public static void Null(string paramName, Action call) => Of<ArgumentNullException>(paramName, call, []);

    private static void Of<TException>(string paramName, Action call, string[] tells) where TException : ArgumentException
    {
        TException refusal = Assert.Throws<TException>(call);
        Assert.Equal(paramName, refusal.ParamName);
        foreach (string part in tells)
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }
}
