using MutualInfo.Files;

namespace MutualInfo.Tool.Tests.Support;

/// <summary>A folder of files for one test, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mutualinfo-");

    public string Path => _folder.FullName;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string WriteRows<T>(string name, T[] values, int dimension) where T : unmanaged
    {
        string path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        NpyFile.Write<T>(path, values, dimension);
        return path;
    }

    public string WriteVector<T>(string name, params T[] values) where T : unmanaged
    {
        string path = At(name);
        NpyFile.Write<T>(path, values);
        return path;
    }

    public string WriteText(string name, string text)
    {
        string path = At(name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
