using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Sensitivity;

namespace MutualInfo.Recording;

/// <summary>What a recorder requires of what it is given, before any work.</summary>
internal static class RecorderInput
{
    /// <summary>Layers are computed from the inputs, so inputs that all differ are as good as declared so. The codes are the same.</summary>
    public static Symbols Declared(Symbols inputs) =>
        inputs is { Count: > 0, AreDistinct: true } ? Symbols.Distinct(inputs.Count) : inputs;

    public static void RequireDifferent(IMutualInformationEstimator[] estimators)
    {
        ArgumentNullException.ThrowIfNull(estimators);
        if (estimators.Length == 0)
            Throw.Invalid(nameof(estimators), $"estimators is empty; give at least one, such as Estimators.Binning().");
        for (int i = 0; i < estimators.Length; i++)
        {
            if (estimators[i] is null)
                Throw.Invalid(nameof(estimators), $"estimators[{i}] is null; give estimators only.");
            int first = Array.IndexOf(estimators, estimators[i]);
            if (first < i)
                Throw.Invalid(nameof(estimators), $"estimators[{i}] equals estimators[{first}], '{estimators[i]}'; give each estimator once.");
        }
    }

    public static IReadOnlyList<Sweep> RequireRecorded<T>(
        IReadOnlyList<Sweep> sweeps, RecordedEstimator<T>[] estimators, string paramName)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Sweep[] all = [.. Throw.UnlessGiven(sweeps, paramName)];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is null)
                Throw.Invalid(paramName, $"{paramName}[{i}] is null; give sweeps only.");
            if (!all[i].Estimators.Any(swept => Array.Exists(estimators, recorded => recorded.Given.Equals(swept))))
            {
                Throw.Invalid(
                    paramName,
                    $"{paramName}[{i}] sweeps {all[i]}, and the recorder has none of its estimators. Give its Estimators to the recorder as well.");
            }
        }

        return all.AsReadOnly();
    }

    public static void RequireLayers<T>(LayerActivations<T>[] layers, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (layers.Length == 0)
            Throw.Invalid(nameof(layers), $"layers is empty; give at least one, made by LayerActivations.FromRows.");
        for (int i = 0; i < layers.Length; i++)
        {
            if (layers[i].Layer is not { } name)
            {
                Throw.Invalid(nameof(layers), $"layers[{i}] is empty; make it with LayerActivations.FromRows.");
                return;
            }

            int first = Array.FindIndex(layers, layer => layer.Layer == name);
            if (first < i)
                Throw.Invalid(nameof(layers), $"layers[{i}] and layers[{first}] are both named '{name}'; record each layer once in an epoch.");
            EpochMeasurement<T>.Naming(i, label => RequireObservations(layers[i].AsSamples(), label, count));
        }
    }

    public static void RequireObservations<T>(Samples<T> activations, string name, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(activations, name);
        if (activations.Count != count)
        {
            Throw.Invalid(
                name,
                $"{name} has {activations.Count} samples and inputs has {count}; record what the layer makes of every input, in the order of the inputs.");
        }

        // Every estimator refuses NaN; asked here, none has worked in vain.
        Guard.NotNaN(activations, name);
    }
}
