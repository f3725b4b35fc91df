namespace MutualInfo.SampleTests;

/// <summary>The folder of reference data that lies beside a checkout on some machines and is part of none.</summary>
internal static class SharedFolder
{
    public static string? Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MutualInfo.sln")))
            folder = folder.Parent;
        if (folder is null)
            return null;
        string shared = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared"));
        return Directory.Exists(shared) ? shared : null;
    }
}
