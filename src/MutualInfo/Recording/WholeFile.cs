using System.Text;

namespace MutualInfo.Recording;

/// <summary>Writes a text file whole or not at all: beside its place first, then moved there.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<TextWriter> write)
    {
        string place = Path.GetFullPath(path);
        // In the same folder, because only there a move is one step.
        string beside = Path.Combine(Path.GetDirectoryName(place) ?? place, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(beside, FileMode.CreateNew, FileAccess.Write))
            using (StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                write(writer);
            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            if (File.Exists(beside))
                File.Delete(beside);
            throw;
        }
    }
}
