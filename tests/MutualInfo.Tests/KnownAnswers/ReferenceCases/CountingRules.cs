using System.Globalization;
using System.Text.RegularExpressions;
using MutualInfo.Discrete;

namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>Entries of results.json that the counting family meets.</summary>
internal static partial class CountingRules
{
    /// <summary>Why a value of the 30-edge rule may be another one.</summary>
    private const string WrappedValues =
        "Values below the lowest edge: the original wraps them into the highest symbol; the library counts them in the lowest.";

    /// <summary>Why a value of equal-width bins may be another one.</summary>
    private const string RoundedEdges =
        "Values on an edge: the original's `arange` rounds its edges away from `low + i·(high − low)/bins`, and sometimes lays one too many at the maximum. With those edges the textbook twin gives the original's value; the library keeps the edges that are meant, and meets the `*_ideal` values.";

    /// <summary>Why a value of EBAB may be another one.</summary>
    private const string SinglePrecisionEdges =
        "Activations in double: the original rounds the edges to single precision, and a value just below its edge falls one bin lower. With rounded edges the textbook twin gives the original's value; feed `float` for their numbers.";

    public static IEnumerable<ReferenceRule> All =>
    [
        new("szt_fixed{edges}", "new DiscreteEstimator(new ShwartzZivTishbyBins(edges))", Tolerance.Counting, ShwartzZivTishby) { Excuse = WrappedValues },
        new("szt_fixed{edges}_with_X", "new DiscreteEstimator(new ShwartzZivTishbyBins(edges)), inputs Symbols.FromRows(X)", Tolerance.Counting, ShwartzZivTishby) { Excuse = WrappedValues },
        new("saxe_bin_calc_information_{edges}", "new DiscreteEstimator(new ShwartzZivTishbyBins(edges)), inputs Symbols.FromRows(X)", Tolerance.Counting, ShwartzZivTishby) { Excuse = WrappedValues },
        new("saxe_binsize_{width}", "new DiscreteEstimator(new FixedWidthBins(width))", Tolerance.Counting,
            (entry, pattern) => WithDistinctInputs(entry, new FixedWidthBins(pattern.Number(entry.Name, "width")))),
        new("uniform_layer_{bins}", "Estimators.Binning(bins, BinRange.PerLayer)", Tolerance.Counting,
            (entry, pattern) => EqualWidth(entry, pattern, BinRange.PerLayer)) { Excuse = RoundedEdges },
        new("uniform_neuron_{bins}", "Estimators.Binning(bins, BinRange.PerNeuron)", Tolerance.Counting,
            (entry, pattern) => EqualWidth(entry, pattern, BinRange.PerNeuron)) { Excuse = RoundedEdges },
        new("uniform_layer_{bins}_meanneuron", "mean over columns of Estimators.Binning(bins, low, high) with the range of the layer", Tolerance.Counting, EqualWidthMeanNeuron) { Excuse = RoundedEdges },
        new("uniform_global_{bins}", "Estimators.Binning(bins, low, high) with the range of all layers and epochs", Tolerance.Counting, EqualWidthGlobal) { Excuse = RoundedEdges },
        new("fixed{edges}_0_to_global_max", "new DiscreteEstimator(new ShwartzZivTishbyBins(edges, 0, max)) with the maximum of all layers and epochs", Tolerance.Counting, FixedToGlobalMaximum),
        new("quantile_layer_{bins}", "new DiscreteEstimator(new EqualFrequencyBins(bins))", Tolerance.Counting,
            (entry, pattern) => EqualFrequency(entry, pattern, BinScope.PerLayer)),
        new("quantile_neuron_{bins}", "new DiscreteEstimator(new EqualFrequencyBins(bins, BinScope.PerNeuron))", Tolerance.Counting,
            (entry, pattern) => EqualFrequency(entry, pattern, BinScope.PerNeuron)),
        new("requant_layer_{bits}b", "new DiscreteEstimator(new QuantizedLevels(bits))", Tolerance.Counting,
            (entry, pattern) => WithDistinctInputs(entry, new QuantizedLevels((int)pattern.Number(entry.Name, "bits")))),
        new("ebab_{bins}", "Estimators.AdaptiveBinning(bins, low)", Tolerance.Counting, Adaptive) { Excuse = SinglePrecisionEdges },
        new("ebab_{bins}_with_X", "Estimators.AdaptiveBinning(bins, low), inputs Symbols.FromRows(X)", Tolerance.Counting, Adaptive),
        new("ebab_{bins}_per_epoch_per_layer", "Estimators.AdaptiveBinning(bins, low) at every epoch and layer", Tolerance.Counting, AdaptivePerEpoch),
        new("exact_discrete", "Estimators.ExactDiscrete()", Tolerance.Counting, ExactDiscrete),
        new("exact_discrete_{bits}bit", "Estimators.ExactDiscrete() on fake-quantised values, inputs Symbols.FromRows(X)", Tolerance.Counting, ExactDiscreteQuantized),
    ];

    private static Findings ShwartzZivTishby(ReferenceEntry entry, EntryPattern pattern)
    {
        Layer layer = entry.Case.Layer();
        ShwartzZivTishbyBins bins = new((int)pattern.Number(entry.Name, "edges"));
        Findings findings = Informations(entry.Case, layer, new DiscreteEstimator(bins), Inputs(entry.Case, layer));
        if (layer.ToDoubles().Min() < bins.Range.Low)
        {
            // Every value of these entries is made of the wrapped symbols.
            findings.Excused.UnionWith(findings.Values.Keys);
        }

        return findings;
    }

    private static Findings EqualWidth(ReferenceEntry entry, EntryPattern pattern, BinRange range)
    {
        int bins = (int)pattern.Number(entry.Name, "bins");
        Findings findings = WithDistinctInputs(entry, new EqualWidthBins(bins, range));
        findings["I_XT_ideal"] = findings["I_XT"];
        findings["I_TY_ideal"] = findings["I_TY"];
        ExcuseRoundedEdges(entry, findings, "I_XT", () => WithRoundedEdges().XT);
        ExcuseRoundedEdges(entry, findings, "I_TY", () => WithRoundedEdges().TY);
        return findings;

        (double XT, double TY) WithRoundedEdges()
        {
            Layer layer = entry.Case.Layer();
            return Twin(layer, entry.Case.Labels, column => RoundedEdgesOf((range == BinRange.PerLayer ? layer : layer.Column(column)).ToDoubles(), bins));
        }
    }

    private static Findings EqualWidthMeanNeuron(ReferenceEntry entry, EntryPattern pattern)
    {
        Layer layer = entry.Case.Layer();
        double[] values = layer.ToDoubles();
        int bins = (int)pattern.Number(entry.Name, "bins");
        Findings findings = MeanOverColumns(entry.Case, layer, EqualWidthOver(bins, values.Min(), values.Max()));
        ExcuseRoundedEdges(entry, findings, "I_XT", () => WithRoundedEdges().Average(column => column.XT));
        ExcuseRoundedEdges(entry, findings, "I_TY", () => WithRoundedEdges().Average(column => column.TY));
        return findings;

        IEnumerable<(double XT, double TY)> WithRoundedEdges() => Enumerable.Range(0, layer.Dimension)
            .Select(column => Twin(layer.Column(column), entry.Case.Labels, _ => RoundedEdgesOf(values, bins)));
    }

    private static Findings EqualWidthGlobal(ReferenceEntry entry, EntryPattern pattern)
    {
        Dictionary<string, Layer> layers = EpochLayers(entry.Case);
        double[] all = [.. layers.SelectMany(layer => layer.Value.ToDoubles())];
        int bins = (int)pattern.Number(entry.Name, "bins");
        Findings findings = PerEpoch(entry.Case, EqualWidthOver(bins, all.Min(), all.Max()));
        foreach ((string prefix, Layer layer) in layers)
        {
            ExcuseRoundedEdges(entry, findings, $"{prefix}_I_XT", () => Twin(layer, entry.Case.Labels, _ => RoundedEdgesOf(all, bins)).XT);
            ExcuseRoundedEdges(entry, findings, $"{prefix}_I_TY", () => Twin(layer, entry.Case.Labels, _ => RoundedEdgesOf(all, bins)).TY);
        }

        findings["lower"] = all.Min();
        findings["upper"] = all.Max();
        return findings;
    }

    private static double[] RoundedEdgesOf(double[] values, int bins) => Reference.Binning.ArangeEdges(values.Min(), values.Max(), bins);

    private static Findings FixedToGlobalMaximum(ReferenceEntry entry, EntryPattern pattern)
    {
        double maximum = EpochLayers(entry.Case).Max(layer => layer.Value.ToDoubles().Max());
        Findings findings = PerEpoch(
            entry.Case, new DiscreteEstimator(new ShwartzZivTishbyBins((int)pattern.Number(entry.Name, "edges"), 0, maximum)));
        findings["max"] = maximum;
        return findings;
    }

    private static Findings EqualFrequency(ReferenceEntry entry, EntryPattern pattern, BinScope scope)
    {
        EqualFrequencyBins bins = new((int)pattern.Number(entry.Name, "bins"), scope);
        Findings findings = WithDistinctInputs(entry, bins);
        if (scope == BinScope.PerLayer)
        {
            // The outer edges of the original lie 1 beyond the values and part nothing; the library has none.
            double[] values = entry.Case.Layer().ToDoubles();
            findings.Values["edges"] = [values.Min() - 1, .. entry.Case.Layer().Edges(bins), values.Max() + 1];
        }

        return findings;
    }

    private static Findings Adaptive(ReferenceEntry entry, EntryPattern pattern)
    {
        Layer layer = entry.Case.Layer();
        EntropyBasedAdaptiveBins bins = new((int)pattern.Number(entry.Name, "bins"), entry.Parameter("low"));
        Findings findings = Informations(entry.Case, layer, new DiscreteEstimator(bins), Inputs(entry.Case, layer));
        double[] edges = layer.Edges(bins);
        findings.Values["edges"] = edges;
        double[] single = Array.ConvertAll(edges, edge => (double)(float)edge);
        if (!edges.SequenceEqual(single))
        {
            ExcuseRoundedEdges(entry, findings, "I_XT", () => Twin(layer, entry.Case.Labels, _ => single).XT);
            ExcuseRoundedEdges(entry, findings, "I_TY", () => Twin(layer, entry.Case.Labels, _ => single).TY);
            if (entry.Values.TryGetValue("edges", out double[]? expected) && expected.SequenceEqual(single))
                findings.Excused.Add("edges");
        }

        return findings;
    }

    private static Findings AdaptivePerEpoch(ReferenceEntry entry, EntryPattern pattern) =>
        PerEpoch(entry.Case, Estimators.AdaptiveBinning((int)pattern.Number(entry.Name, "bins"), entry.Parameter("low")));

    private static Findings ExactDiscrete(ReferenceEntry entry, EntryPattern pattern)
    {
        Layer layer = entry.Case.Layer();
        Findings findings = Informations(entry.Case, layer, Estimators.ExactDiscrete(), Inputs(entry.Case, layer));
        Findings means = MeanOverColumns(entry.Case, layer, Estimators.ExactDiscrete());
        findings["H_Y"] = Estimators.ExactDiscrete().Estimate(entry.Case.Labels, entry.Case.Labels).EntropyX.Bits;
        findings["mean_neuron_H"] = means["I_XT"];
        findings["mean_neuron_I_TY"] = means["I_TY"];
        findings["n_levels"] = Symbols.FromRows(Samples.FromScalars<double>(layer.ToDoubles())).AlphabetSize;
        return findings;
    }

    private static Findings ExactDiscreteQuantized(ReferenceEntry entry, EntryPattern pattern)
    {
        float[] values = (float[])entry.Case.Input("T").Values;
        float[] quantized = FakeQuantizer.Apply(values, -1, 1, (int)pattern.Number(entry.Name, "bits"));
        Layer layer = new Layer<float>(quantized, entry.Case.Layer().Dimension);
        return Informations(entry.Case, layer, Estimators.ExactDiscrete(), Inputs(entry.Case, layer));
    }

    private static DiscreteEstimator EqualWidthOver(int bins, double low, double high) =>
        // A layer that is constant has no range to give.
        low < high ? Estimators.Binning(bins, low, high) : Estimators.Binning(bins, BinRange.PerLayer);

    /// <summary>
    /// Excuses a value of the original's where its edges, rounded as it rounds them, give exactly that value, and the edges it means do not.
    /// </summary>
    private static void ExcuseRoundedEdges(ReferenceEntry entry, Findings findings, string name, Func<double> withRoundedEdges)
    {
        double expected = entry.Values[name][0];
        if (!Tolerance.Counting.Allows(expected, findings[name]) && Tolerance.Counting.Allows(expected, withRoundedEdges()))
            findings.Excused.Add(name);
    }

    /// <summary>I(X;T) and I(T;Y) in bits, by the textbook twins, of bins that are decided by edges for each column.</summary>
    private static (double XT, double TY) Twin(Layer layer, Symbols labels, Func<int, double[]> edges)
    {
        double[][] ofColumns = [.. Enumerable.Range(0, layer.Dimension).Select(edges)];
        string[] rows = Reference.Binning.RowSymbols(
            layer.ToDoubles(), layer.Dimension, (value, column) => Reference.Binning.Bin(value, ofColumns[column]));
        return (Reference.Counting.PlugIn(rows) / Math.Log(2), Reference.Counting.MutualInformation(rows, labels.Codes.ToArray()) / Math.Log(2));
    }

    private static Findings WithDistinctInputs(ReferenceEntry entry, IDiscretizer discretizer)
    {
        Layer layer = entry.Case.Layer();
        return Informations(entry.Case, layer, new DiscreteEstimator(discretizer), Symbols.Distinct(layer.Count));
    }

    private static Symbols Inputs(ReferenceCase owner, Layer layer) => owner.Has("X")
        ? Symbols.FromRows(Samples.FromRows<double>(owner.Layer("X").ToDoubles(), owner.Layer("X").Dimension))
        : Symbols.Distinct(layer.Count);

    private static Findings Informations(ReferenceCase owner, Layer layer, DiscreteEstimator estimator, Symbols inputs)
    {
        MutualInformationEstimate withInputs = layer.Estimate(estimator, inputs);
        MutualInformationEstimate withLabels = layer.Estimate(estimator, owner.Labels);
        return new Findings
        {
            ["H_T"] = withInputs.EntropyX.Bits,
            ["I_XT"] = withInputs.Value.Bits,
            ["I_TY"] = withLabels.Value.Bits,
            ["I_XT_nats"] = withInputs.Value.Nats,
            ["I_TY_nats"] = withLabels.Value.Nats,
        };
    }

    private static Findings MeanOverColumns(ReferenceCase owner, Layer layer, DiscreteEstimator estimator)
    {
        Findings[] columns = [.. Enumerable.Range(0, layer.Dimension)
            .Select(column => Informations(owner, layer.Column(column), estimator, Symbols.Distinct(layer.Count)))];
        return new Findings
        {
            ["I_XT"] = columns.Average(column => column["I_XT"]),
            ["I_TY"] = columns.Average(column => column["I_TY"]),
        };
    }

    /// <summary>The layers of a case over several epochs, by the prefix of their values: e0_l0, e0_l1, …</summary>
    private static Dictionary<string, Layer> EpochLayers(ReferenceCase owner) => owner.InputNames
        .Select(name => EpochLayer().Match(name))
        .Where(match => match.Success)
        .ToDictionary(match => match.Groups["prefix"].Value, match => owner.Layer(match.Value));

    private static Findings PerEpoch(ReferenceCase owner, DiscreteEstimator estimator)
    {
        Findings findings = new();
        foreach ((string prefix, Layer layer) in EpochLayers(owner))
        {
            Findings own = Informations(owner, layer, estimator, Symbols.Distinct(layer.Count));
            findings[string.Create(CultureInfo.InvariantCulture, $"{prefix}_I_XT")] = own["I_XT"];
            findings[string.Create(CultureInfo.InvariantCulture, $"{prefix}_I_TY")] = own["I_TY"];
        }

        return findings;
    }

    [GeneratedRegex(@"^T_(?<prefix>e\d+_l\d+)$")]
    private static partial Regex EpochLayer();
}
