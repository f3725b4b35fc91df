namespace MutualInfo.Files.Tests;

/// <summary>The folder of reference material beside the repository. A user's clone does not have it.</summary>
internal static class SharedFolder
{
    /// <summary>Gets the folder, or null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>The path of a file in it.</summary>
    public static string PathOf(params string[] parts) =>
        Path.Combine([Root ?? throw new InvalidOperationException("The shared folder is absent; the test should have been skipped."), .. parts]);

    private static string? Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MutualInfo.sln")))
            folder = folder.Parent;
        string? shared = folder is null ? null : Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared"));
        return Directory.Exists(shared) ? shared : null;
    }
}

/// <summary>A fact that needs the shared folder, and says so where it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFolder.Root is null)
            Skip = SharedTheoryAttribute.Reason;
    }
}

/// <summary>A theory that needs the shared folder, and says so where it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    internal const string Reason = "There is no folder 'shared' beside the repository.";

    public SharedTheoryAttribute()
    {
        if (SharedFolder.Root is null)
            Skip = Reason;
    }
}
