namespace MutualInfo.Tool.Variables;

/// <summary>Where a variable comes from, as the command line names it: a file, a member of an archive, or the word <c>distinct</c>.</summary>
/// <param name="Text">The argument as given.</param>
internal sealed record VariableSource(string Text)
{
    /// <summary>Gets the word for an input whose samples all differ.</summary>
    public const string DistinctWord = "distinct";

    public bool IsDistinct => Text == DistinctWord;

    /// <summary>Reads an argument that names a variable.</summary>
    /// <exception cref="UsageException">The name has no known ending.</exception>
    public static VariableSource Parse(string text) => text == DistinctWord ? new VariableSource(text) : ParseFile(text);

    /// <summary>Reads an argument that names a file, or a member of one.</summary>
    /// <exception cref="UsageException">The name has no known ending.</exception>
    public static VariableSource ParseFile(string text) => FileFormats.Of(text) is null
        ? throw new UsageException($"'{text}' has no ending that is known; expected {FileFormats.Endings}, or the word {DistinctWord}.")
        : new VariableSource(text);
}
