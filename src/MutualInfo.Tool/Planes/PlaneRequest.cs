using System.Numerics;
using MutualInfo.Files;
using MutualInfo.Recording;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Planes;

/// <summary>What plane is asked for. One file of activations is in memory at a time.</summary>
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
        for (int i = 0; i < Files.Count; i++)
        {
            ActivationFile file = Files[i];
            report($"epoch {file.Epoch}, {file.Layer}", (double)i / Files.Count);
            SampleVariable<T> layer = Layer<T>(file);
            try
            {
                recording.Record(file.Epoch, file.Layer, layer.AsSamples());
            }
            catch (ArgumentException refusal)
            {
                // The library speaks of activations; the user knows files.
                throw new InvalidDataException($"{file.Path}: {Message.Of(refusal)}", refusal);
            }
        }

        return recording.Plane;
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
