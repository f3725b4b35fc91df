using System.Numerics;
using MutualInfo.Files;
using MutualInfo.Kernels;
using MutualInfo.Recording;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Planes;

/// <summary>What plane is asked for. One file of activations is in memory at a time; for a device, which takes them together, those of one epoch.</summary>
internal sealed record PlaneRequest(
    IReadOnlyList<ActivationFile> Files,
    VariableSource? Labels,
    VariableSource Inputs,
    VariableRole InputsAs,
    IReadOnlyList<EstimatorSpec> Specs,
    EstimationOptions Options)
{
    /// <summary>Records all files.</summary>
    /// <param name="report">Hears which file is read and how much is done.</param>
    public InformationPlane Record(Action<string, double> report)
    {
        Variable first = Read(Files[0]);
        Variable inputs = Inputs.IsDistinct
            ? SymbolVariable.Distinct(first.Count)
            : VariableReader.ToVariable(DataFile.Read(Inputs.Text), InputsAs);
        Variable targets = Labels is null ? inputs : VariableReader.ToVariable(DataFile.Read(Labels.Text), VariableRole.Labels);

        // Single precision where all numbers have it, as in the training loop; the wider one where any number has that.
        bool isDouble = ((Variable[])[first, inputs, targets]).Any(variable => variable is SampleVariable<double>);
        return isDouble ? Record<double>(inputs, targets, report) : Record<float>(inputs, targets, report);
    }

    private InformationPlane Record<T>(Variable inputs, Variable targets, Action<string, double> report)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PlaneRecording<T> recording = new(Specs, inputs, targets, Options);
        int done = 0;
        foreach (ActivationFile[] batch in Options.Backend is CpuBackend ? Files.Chunk(1) : Files.GroupBy(file => file.Epoch).Select(epoch => epoch.ToArray()))
        {
            report($"epoch {batch[0].Epoch}, {string.Join(", ", batch.Select(file => file.Layer))}", (double)done / Files.Count);
            Record(recording, batch);
            done += batch.Length;
        }

        return recording.Plane;
    }

    private static void Record<T>(PlaneRecording<T> recording, ActivationFile[] batch) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerActivations<T>[] layers = [.. batch.Select(file => Layer<T>(file).AsLayer(file.Layer))];
        try
        {
            recording.Record(batch[0].Epoch, layers);
        }
        catch (ArgumentException refusal)
        {
            // The library speaks of the layers of a call; the user knows files.
            string message = Message.Of(refusal);
            int at = Array.FindIndex([.. Enumerable.Range(0, batch.Length)], i => message.Contains($"layers[{i}]", StringComparison.Ordinal));
            throw new InvalidDataException($"{batch[Math.Max(0, at)].Path}: {message.Replace($"layers[{at}]", "activations", StringComparison.Ordinal)}", refusal);
        }
    }

    private static SampleVariable<T> Layer<T>(ActivationFile file) where T : unmanaged, IFloatingPointIeee754<T> => Read(file) switch
    {
        SampleVariable<T> own => own,
        // Narrowing would round: a run that begins in single precision stays in it.
        SampleVariable<double> => throw new InvalidDataException(
            $"{file.Path} is double precision, and the files before it are single; a plane is of one precision. Store all layers alike."),
        Variable narrower => narrower.ConvertTo<T>(),
    };

    // A layer of one integer column would be labels by its type; here it can only be activations.
    private static Variable Read(ActivationFile file)
    {
        NumericArray array = DataFile.Read(file.Path);
        return array.IsLabels
            ? new SampleVariable<double>(array.ToArray<double>(), array.Count, 1)
            : VariableReader.ToVariable(array, VariableRole.ByType);
    }
}
