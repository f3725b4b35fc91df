using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MutualInfo.Files;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Inspection;

/// <summary><c>mutualinfo info</c>: what a file holds, before an estimate is asked of it.</summary>
internal static class InfoCommand
{
    public static Command Create()
    {
        Argument<VariableSource> file = new("FILE")
        {
            Description = $"A file: {FileFormats.Endings}. An .npz without a name is listed array by array.",
            CustomParser = Parse,
        };
        Command command = new("info", "Say what a file holds: format, type, shape, n, d, NaN count, distinct rows.") { file };
        CommandRun.SetAction(command, (parse, cancellation) =>
        {
            string text = parse.GetValue(file)!.Text;
            List<string> blocks = [];
            foreach (string name in Arrays(text))
            {
                cancellation.ThrowIfCancellationRequested();
                blocks.Add(Describe(DataFile.Read(name), FileFormats.Of(text)!.Value));
            }

            // Only now, with every array read: a refusal leaves no part of a result behind.
            parse.InvocationConfiguration.Output.Write(string.Join('\n', blocks));
            return ExitCode.Success;
        });
        return command;
    }

    private static VariableSource? Parse(ArgumentResult result)
    {
        try
        {
            return VariableSource.ParseFile(result.Tokens[0].Value);
        }
        catch (UsageException wrong)
        {
            result.AddError(wrong.Message);
            return null;
        }
    }

    private static IEnumerable<string> Arrays(string text) => text.EndsWith(".npz", StringComparison.OrdinalIgnoreCase)
        ? NpzFile.Names(text).Select(name => $"{text}:{name}")
        : [text];

    private static string Describe(NumericArray array, FileFormat format)
    {
        double[] strange = array.IsFloating() ? [.. array.ToArray<double>().Where(static value => !double.IsFinite(value))] : [];
        int nan = strange.Count(double.IsNaN);
        (string Name, string Value)[] lines =
        [
            ("file", array.Name),
            ("format", format.ToString().ToUpperInvariant()),
            ("type", ElementTypeName.Of(array.ElementType)),
            ("shape", $"({string.Join(", ", array.Shape.ToArray())}{(array.Shape.Length == 1 ? "," : "")})"),
            ("n", Text(array.Count)),
            ("d", Text(array.Dimension)),
            ("NaN", Text(nan)),
            ("infinite", Text(strange.Length - nan)),
            ("distinct rows", Text(DistinctRows.Count(array))),
            ("taken for", array.IsLabels ? "labels" : "samples"),
        ];
        return string.Concat(lines.Select(line => $"{line.Name,-15}{line.Value}\n"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsFloating(this NumericArray array) =>
        array.ElementType is ElementType.Float16 or ElementType.Float32 or ElementType.Float64;
}
