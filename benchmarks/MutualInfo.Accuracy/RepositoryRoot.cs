namespace MutualInfo.Accuracy;

/// <summary>Finds the clone that this program was built in.</summary>
internal static class RepositoryRoot
{
    public static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MutualInfo.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds MutualInfo.sln.");
    }
}
