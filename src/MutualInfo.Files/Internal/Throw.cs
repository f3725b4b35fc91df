using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MutualInfo.Files.Internal;

/// <summary>Every exception of the readers: which file, where in it, what was expected and what was found.</summary>
internal static class Throw
{
    /// <summary>Refuses content that breaks the rules of its format.</summary>
    [DoesNotReturn]
    public static void Malformed(string name, FormattableString message, Exception? cause = null) =>
        throw new InvalidDataException(Text(name, message), cause);

    /// <summary>Refuses content that keeps the rules, but holds what this library does not read.</summary>
    [DoesNotReturn]
    public static void Unsupported(string name, FormattableString message) =>
        throw new NotSupportedException(Text(name, message));

    /// <summary>Refuses numbers that are read well, but cannot be used as the caller asks.</summary>
    [DoesNotReturn]
    public static void Unusable(string name, FormattableString message) =>
        throw new ArgumentException(Text(name, message));

    /// <summary>Refuses a member that the archive does not hold.</summary>
    [DoesNotReturn]
    public static void NoMember(string name, FormattableString message) =>
        throw new KeyNotFoundException(Text(name, message));

    [DoesNotReturn]
    public static void OutOfRange<T>(string paramName, T value, string expected) =>
        throw new ArgumentOutOfRangeException(
            paramName, value, FormattableString.Invariant($"{paramName} is {value}; expected {expected}."));

    [DoesNotReturn]
    public static void Invalid(string paramName, FormattableString message) =>
        throw new ArgumentException(message.ToString(CultureInfo.InvariantCulture), paramName);

    // Messages must read the same whatever the culture of the thread.
    private static string Text(string name, FormattableString message) =>
        name + ": " + message.ToString(CultureInfo.InvariantCulture);
}
