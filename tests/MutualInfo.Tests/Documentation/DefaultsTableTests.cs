using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Documentation;

/// <summary>
/// Tables of parameters and defaults say what the code says. A table is announced by a comment: <c>defaults: Type(name, name)</c> for a
/// constructor, <c>defaults: Type.Method(name, name)</c> for a method, <c>defaults: Type</c> for properties that are set with <c>init</c>.
/// </summary>
public partial class DefaultsTableTests
{
    // One instance of each type whose properties have defaults, made with nothing but what must be given.
    private static readonly object[] _instances =
    [
        new EstimationOptions(),
        Estimators.ExactDiscrete(),
        Estimators.KernelDensity(),
        Estimators.MatrixRenyi(),
        Estimators.Gaussian(),
        Estimators.GaussianCopula(),
        new Grassberger(),
        new DirichletBayes(),
        Estimators.Kraskov(),
        Estimators.Ross(),
        Estimators.NearestNeighbours(),
        new KernelAlignmentBandwidth(Symbols.Distinct(1)),
    ];

    public static TheoryData<string, int, string> Tables()
    {
        TheoryData<string, int, string> tables = [];
        foreach (string page in MarkdownPages.Paths)
        {
            foreach ((int line, string text) in MarkdownPages.Prose(page))
            {
                if (Announcement().Match(text) is { Success: true } match)
                    tables.Add(page, line, match.Groups["what"].Value);
            }
        }

        return tables;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_NamesAndDefaults_AreThoseOfTheCode(string page, int line, string what)
    {
        // The comment, the heading row, the rule, and then one row for each parameter.
        string[][] rows =
        [
            .. MarkdownPages.Lines(page).Skip(line + 2)
                .TakeWhile(text => text.StartsWith('|')).Select(text => text.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`')).ToArray()),
        ];
        (string Name, string Default)[] expected = what.Contains('(', StringComparison.Ordinal) ? OfParameters(what) : OfProperties(what);
        Assert.Equal(expected, rows.Select(row => (row[0], row[1])));
    }

    private static (string, string)[] OfParameters(string what)
    {
        string[] parts = what.TrimEnd(')').Split('(');
        string[] names = parts[1].Split(", ", StringSplitOptions.RemoveEmptyEntries);
        string[] path = parts[0].Split('.');
        Type type = TypeNamed(path[0]);
        IEnumerable<MethodBase> candidates = path.Length == 1
            ? type.GetConstructors()
            : type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Where(method => method.Name == path[1]);
        MethodBase found = candidates.Single(method => method.GetParameters().Select(parameter => parameter.Name).SequenceEqual(names));
        return
        [
            .. found.GetParameters().Select(parameter => (
                parameter.Name!,
                !parameter.HasDefaultValue ? "required" : Text(EnumOrSelf(parameter.DefaultValue, parameter.ParameterType)))),
        ];
    }

    private static (string, string)[] OfProperties(string what)
    {
        object instance = _instances.Single(candidate => candidate.GetType().Name == what);
        return
        [
            .. instance.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite && !IsConstructorParameter(property))
                .Select(property => (property.Name, property.GetValue(instance) switch
                {
                    IComputeBackend => "CpuBackend.Shared",
                    CancellationToken => "none",
                    PlugIn => "new PlugIn()",
                    { } value => Text(value),
                    null => "null",
                })),
        ];
    }

    private static bool IsConstructorParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    private static object? EnumOrSelf(object? value, Type type) => type.IsEnum ? Enum.ToObject(type, value!) : value;

    private static string Text(object? value) => value switch
    {
        null => "null",
        Enum => value.ToString()!,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace('-', '−'),
    };

    private static Type TypeNamed(string name) =>
        typeof(InformationPlane).Assembly.GetExportedTypes().Single(type => type.Name.Split('`')[0] == name && !type.IsInterface && (!type.IsGenericType || name != "Samples"));

    [GeneratedRegex("^<!-- defaults: (?<what>.+) -->$")]
    private static partial Regex Announcement();
}
