namespace MutualInfo.Tests.Support;

/// <summary>
/// The folder beside the repository with the authors' published inputs and values. Contributors have it, a user's clone has not; tests
/// that need it are marked <see cref="SharedFactAttribute"/> or <see cref="SharedTheoryAttribute"/> and skip, with a reason, where it is absent.
/// </summary>
internal static class SharedFolder
{
    /// <summary>Why tests are skipped; null where the folder is present.</summary>
    public static string? AbsenceReason { get; } =
        Find() is null ? "The folder 'shared' with the reference cases is not beside this clone of the repository." : null;

    /// <summary>The path of a file in the folder.</summary>
    public static string FileAt(params string[] parts) =>
        Path.Combine([Find() ?? throw new DirectoryNotFoundException(AbsenceReason), .. parts]);

    /// <summary>The root of the repository: the first folder above the tests that holds the solution.</summary>
    public static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MutualInfo.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds MutualInfo.sln.");
    }

    private static string? Find()
    {
        string path = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared"));
        return File.Exists(Path.Combine(path, "reference", "results.json")) ? path : null;
    }
}
