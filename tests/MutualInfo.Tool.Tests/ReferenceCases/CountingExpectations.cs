using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MutualInfo.Files;

namespace MutualInfo.Tool.Tests.ReferenceCases;

/// <summary>How the values of the counting family are asked for.</summary>
internal static class CountingExpectations
{
    public static IEnumerable<Expectation> Of(ReferenceCase owner, JsonProperty entry)
    {
        JsonElement parameters = entry.Value.GetProperty("params");
        if (Match(entry, @"^(szt_fixed30(_with_X)?|saxe_bin_calc_information_30)$") is not null)
            return Plain(owner, entry, "szt", owner.NetworkInputs);
        if (Match(entry, @"^saxe_binsize_(?<width>[\d.]+)$") is { } fixedWidth)
            return Plain(owner, entry, $"fixed-width:width={fixedWidth.Groups["width"]}", Source.Distinct);
        if (Match(entry, @"^uniform_(?<scope>layer|neuron)_(?<bins>\d+)$") is { } uniform)
            return Ideal(owner, entry, $"binning:bins={uniform.Groups["bins"]},range={uniform.Groups["scope"]}");
        if (Match(entry, @"^uniform_layer_(?<bins>\d+)_meanneuron$") is { } mean)
            return MeanNeuron(owner, entry, mean.Groups["bins"].Value);
        if (Match(entry, @"^uniform_global_(?<bins>\d+)$") is { } global)
            return PerEpoch(owner, entry, $"binning:bins={global.Groups["bins"]},range={GlobalRange(owner)}");
        if (Match(entry, @"^ebab_30_per_epoch_per_layer$") is not null)
            return PerEpoch(owner, entry, $"adaptive:bins=30,low={Number(parameters, "low")}");
        if (Match(entry, @"^quantile_(?<scope>layer|neuron)_(?<bins>\d+)$") is { } quantile)
            return Plain(owner, entry, $"equal-frequency:bins={quantile.Groups["bins"]},scope={quantile.Groups["scope"]}", Source.Distinct);
        if (Match(entry, @"^requant_layer_(?<bits>\d+)b$") is { } levels)
            return Plain(owner, entry, $"quantized:bits={levels.Groups["bits"]}", Source.Distinct);
        if (Match(entry, @"^ebab_(?<bins>\d+)(_with_X)?$") is { } adaptive)
            return Plain(owner, entry, $"adaptive:bins={adaptive.Groups["bins"]},low={Number(parameters, "low")}", owner.NetworkInputs);
        if (Match(entry, @"^exact_discrete$") is not null)
            return [.. Plain(owner, entry, "exact", Source.Distinct), .. ExactExtras(owner, entry)];
        return Match(entry, @"^exact_discrete_4bit$") is not null ? Quantized(owner, entry) : [];
    }

    public static double Bits(JsonElement result) => result.GetProperty("bits").GetDouble();

    public static Match? Match(JsonProperty entry, string pattern) => Regex.Match(entry.Name, pattern) is { Success: true } match ? match : null;

    public static string Number(JsonElement parameters, string name) =>
        parameters.GetProperty(name).GetDouble().ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<Expectation> Plain(ReferenceCase owner, JsonProperty entry, string spec, Source inputs) =>
        Plain(owner, entry, spec, inputs, owner.Layer());

    private static IEnumerable<Expectation> Plain(ReferenceCase owner, JsonProperty entry, string spec, Source inputs, Source layer)
    {
        foreach (JsonProperty value in entry.Value.GetProperty("values").EnumerateObject())
        {
            Expectation? expectation = value.Name switch
            {
                "I_XT" => Make(value.Name, inputs, layer, Bits),
                "I_XT_nats" => Make(value.Name, inputs, layer, Nats),
                "I_TY" => Make(value.Name, layer, owner.Labels, Bits),
                "I_TY_nats" => Make(value.Name, layer, owner.Labels, Nats),
                "H_T" => Make(value.Name, layer, owner.Labels, result => result.GetProperty("entropyXBits").GetDouble()),
                "H_Y" => Make(value.Name, layer, owner.Labels, result => result.GetProperty("entropyYBits").GetDouble()),
                _ => null,
            };
            if (expectation is not null)
                yield return expectation;

            Expectation Make(string name, Source x, Source y, Func<JsonElement, double> read) =>
                new($"{entry.Name} {name}", x, y, spec, read, value.Value.GetDouble(), Tolerance.Counting);
        }
    }

    // The originals round their edges and sometimes lay one too many; results.json holds the values of the edges they mean as well.
    private static IEnumerable<Expectation> Ideal(ReferenceCase owner, JsonProperty entry, string spec)
    {
        JsonElement values = entry.Value.GetProperty("values");
        yield return new($"{entry.Name} I_XT_ideal", Source.Distinct, owner.Layer(), spec, Bits, values.GetProperty("I_XT_ideal").GetDouble(), Tolerance.Counting);
        yield return new($"{entry.Name} I_TY_ideal", owner.Layer(), owner.Labels, spec, Bits, values.GetProperty("I_TY_ideal").GetDouble(), Tolerance.Counting);
    }

    /// <summary>The mean over neurons, as the sum of one estimate for each column: its parts are summed by the test.</summary>
    private static IEnumerable<Expectation> MeanNeuron(ReferenceCase owner, JsonProperty entry, string bins)
    {
        double[] values = owner.Read().ToArray<double>();
        string range = values.Min() < values.Max() ? $"{values.Min():R}..{values.Max():R}" : "layer";
        return MeanOverColumns(owner, entry, FormattableString.Invariant($"binning:bins={bins},range={range}"), "I_XT", "I_TY");
    }

    private static IEnumerable<Expectation> MeanOverColumns(ReferenceCase owner, JsonProperty entry, string spec, string inputName, string labelName)
    {
        JsonElement values = entry.Value.GetProperty("values");
        int dimension = owner.Read().Dimension;
        for (int column = 0; column < dimension; column++)
        {
            Source layer = owner.Columns("T", column);
            yield return new($"{entry.Name} mean {inputName}", Source.Distinct, layer, spec, Bits, values.GetProperty(inputName).GetDouble(), Tolerance.Counting);
            yield return new($"{entry.Name} mean {labelName}", layer, owner.Labels, spec, Bits, values.GetProperty(labelName).GetDouble(), Tolerance.Counting);
        }
    }

    private static IEnumerable<Expectation> ExactExtras(ReferenceCase owner, JsonProperty entry)
    {
        JsonElement values = entry.Value.GetProperty("values");
        if (values.TryGetProperty("mean_neuron_H", out _))
        {
            foreach (Expectation expectation in MeanOverColumns(owner, entry, "exact", "mean_neuron_H", "mean_neuron_I_TY"))
                yield return expectation;
        }

        if (values.TryGetProperty("n_levels", out JsonElement levels))
        {
            Source scalars = owner.Derived("levels", owner.Read().ToArray<float>(), 1);
            yield return new($"{entry.Name} n_levels", scalars, Source.Distinct, "exact",
                result => result.GetProperty("diagnostics").GetProperty("alphabetSizeX").GetDouble(), levels.GetDouble(), Tolerance.Counting);
        }
    }

    private static IEnumerable<Expectation> PerEpoch(ReferenceCase owner, JsonProperty entry, string spec)
    {
        foreach (JsonProperty value in entry.Value.GetProperty("values").EnumerateObject())
        {
            if (Regex.Match(value.Name, "^(?<layer>e[0-9]_l[0-9])_I_(?<axis>XT|TY)$") is not { Success: true } match)
                continue;
            Source layer = owner.Layer($"T_{match.Groups["layer"]}");
            bool isInput = match.Groups["axis"].Value == "XT";
            yield return new($"{entry.Name} {value.Name}", isInput ? Source.Distinct : layer, isInput ? layer : owner.Labels, spec, Bits, value.Value.GetDouble(), Tolerance.Counting);
        }
    }

    private static string GlobalRange(ReferenceCase owner)
    {
        double[] all = [.. owner.Inputs.Where(input => input.StartsWith("T_e", StringComparison.Ordinal)).SelectMany(input => owner.Read(input).ToArray<double>())];
        return FormattableString.Invariant($"{all.Min():R}..{all.Max():R}");
    }

    private static IEnumerable<Expectation> Quantized(ReferenceCase owner, JsonProperty entry)
    {
        // TensorFlow's fake quantisation to 4 bits in [-1, 1], in single precision: the reference was made with it.
        const float Step = 2f / 15;
        float zero = MathF.Round(1 / Step, MidpointRounding.AwayFromZero);
        float low = -zero * Step;
        float high = (15 - zero) * Step;
        NumericArray layer = owner.Read();
        float[] quantized = Array.ConvertAll(layer.ToArray<float>(), value => MathF.Floor((Math.Clamp(value, low, high) - low) / Step + 0.5f) * Step + low);
        return Plain(owner, entry, "exact", owner.NetworkInputs, owner.Derived("fakequant", quantized, layer.Dimension));
    }

    private static double Nats(JsonElement result) => result.GetProperty("nats").GetDouble();
}
