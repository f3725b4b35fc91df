using System.Globalization;

namespace MutualInfo.InformationPlanes;

/// <summary>Reads options written <c>--name value</c> or <c>--name=value</c>, and flags written <c>--name</c>.</summary>
public static class ArgumentReader
{
    /// <summary>Gives the options in the order in which they stand; a flag has no value. <c>--help</c> is a flag everywhere.</summary>
    /// <exception cref="FormatException">An option is unknown or has no value; the message says which.</exception>
    public static IEnumerable<(string Name, string Value)> Read(
        IEnumerable<string> arguments, IReadOnlyCollection<string> flags, IReadOnlyCollection<string> options)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(options);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? argument : argument[..equals];
            if (equals < 0 && (name is "--help" or "-h" or "-?" || flags.Contains(name)))
            {
                yield return (name is "-h" or "-?" ? "--help" : name, "");
                continue;
            }

            if (!options.Contains(name))
                throw new FormatException($"There is no option {name}.");
            string? value = equals >= 0 ? argument[(equals + 1)..] : rest.TryDequeue(out string? next) ? next : null;
            if (string.IsNullOrEmpty(value))
                throw new FormatException($"{name} needs a value.");
            yield return (name, value);
        }
    }

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="FormatException">The value is no whole number, or is less than the least that makes sense.</exception>
    public static int Whole(string name, string value, int least) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least
            ? number
            : throw new FormatException($"{name} is {value}; expected a whole number from {least} to {int.MaxValue}.");
}
