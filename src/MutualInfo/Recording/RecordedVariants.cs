using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Sensitivity;
using MutualInfo.Sensitivity.Primitives;

namespace MutualInfo.Recording;

/// <summary>Several estimators of a recorder that share their passes, with what they made of the inputs and targets.</summary>
internal sealed class RecordedVariants<T>(
    int[] members, IMutualInformationEstimator[] variants, FixedVariable<T> inputs, FixedVariable<T> targets)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lock _gate = new();
    private Representation[]? _inputs;
    private Representation[]? _targets;

    /// <summary>Gets the places of these estimators among those of the recorder, ascending.</summary>
    public IReadOnlyList<int> Members => members;

    private ISweepingEstimator First => (ISweepingEstimator)variants[0];

    /// <summary>
    /// Puts estimators into groups: those that share to the last bit, wherever they come from, and others by the sweep that makes them. For
    /// each estimator its group; null where it shares with none.
    /// </summary>
    public static RecordedVariants<T>?[] Of(
        RecordedEstimator<T>[] estimators, IReadOnlyList<Sweep> sweeps, FixedVariable<T> inputs, FixedVariable<T> targets)
    {
        RecordedVariants<T>?[] groups = new RecordedVariants<T>?[estimators.Length];
        // A smoothed bandwidth is another at every epoch and layer.
        int[] steady = [.. Enumerable.Range(0, estimators.Length).Where(i => !estimators[i].IsSmoothed)];
        Group(steady, sharesToTheBit: true);
        foreach (Sweep sweep in sweeps)
            Group([.. steady.Where(i => groups[i] is null && sweep.Estimators.Contains(estimators[i].Given))], sharesToTheBit: false);
        return groups;

        void Group(int[] places, bool sharesToTheBit)
        {
            foreach (int[] group in VariantGroups.Among([.. places.Select(place => estimators[place].Given)]))
            {
                int[] members = Array.ConvertAll(group, i => places[i]);
                IMutualInformationEstimator[] variants = Array.ConvertAll(members, member => estimators[member].Given);
                if (((ISweepingEstimator)variants[0]).SharesToTheBit != sharesToTheBit)
                    continue;
                RecordedVariants<T> together = new(members, variants, inputs, targets);
                foreach (int member in members)
                    groups[member] = together;
            }
        }
    }

    /// <summary>Represents inputs and targets, and measures their entropies, unless that has been done.</summary>
    public void Prepare(EstimationOptions options)
    {
        EstimationOptions quiet = options with { Progress = null };
        // A failure keeps nothing, so a cancelled first call does not spoil the next.
        lock (_gate)
        {
            _inputs ??= Measured(inputs, quiet);
            _targets ??= Measured(targets, quiet);
        }
    }

    /// <summary>Represents a layer for both axes under every variant, once <see cref="Prepare"/> has run.</summary>
    public Representation[] Represent(Samples<T> activations, string name, EstimationOptions options) =>
        First.RepresentAll(variants, activations, [Common(_inputs!), Common(_targets!)], name, options);

    /// <summary>Estimates both axes of layers that <see cref="Represent"/> has represented. The points by layer and variant.</summary>
    public InformationPlanePoint[][] Measure(
        int epoch, IReadOnlyList<string> layers, Representation[][] represented, long start, EstimationOptions options)
    {
        VariantsPair[] pairs = new VariantsPair[2 * layers.Count];
        for (int i = 0; i < layers.Count; i++)
        {
            pairs[2 * i] = new VariantsPair(_inputs!, represented[i]);
            pairs[2 * i + 1] = new VariantsPair(represented[i], _targets!);
        }

        MutualInformationEstimate[][] estimates = First.MeasureAll(variants, pairs, options, start);
        return
        [
            .. layers.Select((layer, i) => (InformationPlanePoint[])
            [
                .. variants.Select((variant, v) => InformationPlanePoint.Of(epoch, layer, variant, estimates[2 * i][v], estimates[2 * i + 1][v])),
            ]),
        ];
    }

    private Representation[] Measured(FixedVariable<T> variable, EstimationOptions options)
    {
        Representation[] represented = variable.RepresentByAll(First, variants, options);
        First.MeasureAllOnce(variants, represented, options);
        return represented;
    }

    // The symbols that all variants see, which a layer can then be counted with; null where each sees its own, or none.
    private static Symbols? Common(Representation[] variable) =>
        variable[0].Symbols is { } symbols && variable.All(seen => ReferenceEquals(seen.Symbols, symbols)) ? symbols : null;
}
