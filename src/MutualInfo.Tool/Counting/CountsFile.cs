using MutualInfo.Discrete;

namespace MutualInfo.Tool.Counting;

/// <summary>Files of counts.</summary>
internal static class CountsFile
{
    /// <summary>Writes a file through a temporary one beside it, so that a failure leaves what was there.</summary>
    public static void Write(string path, JointCounts counts)
    {
        string whole = Path.GetFullPath(path);
        string temporary = $"{whole}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                counts.Write(stream);
            File.Move(temporary, whole, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
