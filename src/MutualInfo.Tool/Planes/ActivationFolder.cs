using System.Globalization;
using System.Text.RegularExpressions;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Planes;

/// <summary>One file of activations: a layer at an epoch.</summary>
internal sealed record ActivationFile(int Epoch, string Layer, string Path);

/// <summary>The folder that a training run left: <c>epoch_00010/layer1.npy</c> and so on.</summary>
internal static partial class ActivationFolder
{
    /// <summary>Lists the files by epoch. Which layer comes first, the recorder decides by its name.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="ignored">Hears what lies in the folder and is no part of a plane.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">The folder holds no epochs, or one of them, or a layer, twice.</exception>
    public static IReadOnlyList<ActivationFile> List(string path, Action<string> ignored)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"The folder '{path}' does not exist; expected a folder with epoch_00010/layer1.npy and the like.");

        SortedDictionary<int, string> epochs = [];
        foreach (string folder in Directory.GetDirectories(path).Order(StringComparer.Ordinal))
        {
            if (EpochOf(Path.GetFileName(folder)) is not { } epoch)
                ignored($"{folder} is ignored: its name is not epoch_ and a number");
            else if (!epochs.TryAdd(epoch, folder))
                throw new InvalidDataException($"'{folder}' and '{epochs[epoch]}' are both epoch {epoch}; keep one of them.");
        }

        ActivationFile[] files = [.. epochs.SelectMany(one => Layers(one.Key, one.Value, ignored))];
        if (files.Length == 0)
            throw new InvalidDataException($"'{path}' holds no activations; expected files such as {Path.Combine(path, "epoch_00010", "layer1.npy")}.");
        return files;
    }

    private static IEnumerable<ActivationFile> Layers(int epoch, string folder, Action<string> ignored)
    {
        Dictionary<string, string> layers = [];
        foreach (string file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (FileFormats.Of(file) is null or FileFormat.Npz)
            {
                ignored($"{file} is ignored: one array in a file is a layer, as .npy, .csv, .tsv, .idx or .idx.gz");
                continue;
            }

            string layer = FileFormats.NameOf(file);
            if (!layers.TryAdd(layer, file))
                throw new InvalidDataException($"'{file}' and '{layers[layer]}' are both layer '{layer}' of epoch {epoch}; keep one of them.");
            yield return new ActivationFile(epoch, layer, file);
        }
    }

    private static int? EpochOf(string name) =>
        EpochName().Match(name) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int epoch)
            ? epoch
            : null;

    [GeneratedRegex("^epoch[_-]?([0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EpochName();
}
