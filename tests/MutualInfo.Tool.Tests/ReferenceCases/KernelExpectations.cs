using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MutualInfo.Files;

namespace MutualInfo.Tool.Tests.ReferenceCases;

/// <summary>How the values of the kernel family are asked for.</summary>
internal static class KernelExpectations
{
    private const string Order = @"(?<order>[\d.]+)";

    public static IEnumerable<Expectation> Of(ReferenceCase owner, JsonProperty entry)
    {
        JsonElement parameters = entry.Value.GetProperty("params");
        if (Match(entry, @"^kde_var(?<variance>[\d.]+)$") is { } kde)
            return Density(owner, entry, $"kde:variance={kde.Groups["variance"]}");
        if (Match(entry, @"^akde_maxscaled_(?<scale>[\d.]+)$") is { } akde)
            return Density(owner, entry, $"akde:scale={akde.Groups["scale"]}");
        if (Match(entry, "^chelombiev_repo_kde_(?<bound>upper|lower)$") is { } noisy)
            return Noisy(owner, entry, $"kde:variance={Number(parameters, "kernel_variance")},bound={noisy.Groups["bound"]}");
        if (Match(entry, $"^renyi_leejo_g2_a{Order}$") is { } leeJo)
            return Shifted(owner, entry, leeJo, [("T", "y")]);
        if (Match(entry, $"^leejo_plane_a{Order}$") is { } plane)
            return Shifted(owner, entry, plane, [("X", "T"), ("T", "O"), ("X", "X")]);
        if (Match(entry, "^renyi_tapia_default$") is not null)
            return Tapia(owner, entry, $"renyi:order={Number(parameters, "alpha")},bandwidth=tapia,factor={Number(parameters, "gamma")},label-kernel=gaussian");
        if (Match(entry, $@"^renyi_s(?<sigma>[\d.]+)_a{Order}$") is { } one)
            return Entropies(entry, owner.Layer(), owner.Labels, $"renyi:order={one.Groups["order"]},sigma={one.Groups["sigma"]}", one);
        if (Match(entry, $@"^renyi_yu_sigma(?<width>[\d.]+)_a{Order}$") is { } yu)
            return Yu(owner, entry, yu);
        if (Match(entry, $@"^multivariate_s(?<sigma>[\d.]+)_a{Order}$") is { } many)
            return Multivariate(owner, entry, many);
        if (Match(entry, $"^conditional_mi_a{Order}$") is { } conditional)
            return PairOfColumns(owner, entry, conditional, Number(parameters, "sigma"));
        return entry.Name == "kernel_width_rules" ? WidthRules(owner, entry) : [];
    }

    private static IEnumerable<Expectation> Density(ReferenceCase owner, JsonProperty entry, string spec)
    {
        JsonElement values = entry.Value.GetProperty("values");
        int dimension = owner.Read().Dimension;
        foreach (string bound in (string[])["upper", "lower"])
        {
            string own = $"{spec},bound={bound}";
            yield return new($"{entry.Name} I_XT_{bound}", Source.Distinct, owner.Layer(), own, Bits, Value(values, $"I_XT_{bound}"), Tolerance.KernelDensity);
            yield return new($"{entry.Name} I_TY_{bound}", owner.Layer(), owner.Labels, own, Bits, Value(values, $"I_TY_{bound}"), Tolerance.KernelDensity);
            // The originals' H(T) includes the entropy of the noise; the library's entropies are what exceeds it.
            yield return new($"{entry.Name} H_T_{bound}", Source.Distinct, owner.Layer(), own, result => Bits(result) + Noise(result, dimension), Value(values, $"H_T_{bound}"), Tolerance.KernelDensity);
        }

        yield return new($"{entry.Name} H_T_given_X", Source.Distinct, owner.Layer(), spec, result => Noise(result, dimension), Value(values, "H_T_given_X"), Tolerance.KernelDensity);
    }

    private static IEnumerable<Expectation> Noisy(ReferenceCase owner, JsonProperty entry, string spec)
    {
        NumericArray layer = owner.Read();
        double deviation = entry.Value.GetProperty("params").GetProperty("noise_std").GetDouble();
        double[] values = [.. layer.ToArray<double>().Zip(owner.Read("noise").ToArray<double>(), (value, noise) => Math.Abs(value + deviation * noise))];
        Source noisy = owner.Derived("noisy", values, layer.Dimension);
        JsonElement expected = entry.Value.GetProperty("values");
        yield return new($"{entry.Name} I_XT", Source.Distinct, noisy, spec, Bits, Value(expected, "I_XT"), Tolerance.KernelDensity);
        yield return new($"{entry.Name} I_TY", noisy, owner.Labels, spec, Bits, Value(expected, "I_TY"), Tolerance.KernelDensity);
    }

    /// <summary>The program adds 1e−8 inside its logarithm; the test adds it to the command's entropies.</summary>
    private static IEnumerable<Expectation> Shifted(ReferenceCase owner, JsonProperty entry, Match match, (string X, string Y)[] pairs)
    {
        double order = double.Parse(match.Groups["order"].Value, CultureInfo.InvariantCulture);
        string spec = $"renyi:order={match.Groups["order"]},bandwidth=scott,factor={Number(entry.Value.GetProperty("params"), "gamma")}";
        foreach ((string x, string y) in pairs)
        {
            foreach (JsonProperty value in entry.Value.GetProperty("values").EnumerateObject())
            {
                Func<JsonElement, double>? read = value.Name switch
                {
                    _ when value.Name == $"S_{x}" => result => Shift(result, "entropyXBits"),
                    _ when value.Name == $"S_{y}" => result => Shift(result, "entropyYBits"),
                    _ when value.Name == $"S_{x}{y}" => result => Shift(result, "jointEntropyBits"),
                    _ when value.Name == $"I_{x}{y}" => result => Shift(result, "entropyXBits") + Shift(result, "entropyYBits") - Shift(result, "jointEntropyBits"),
                    _ => null,
                };
                if (read is not null)
                    yield return new($"{entry.Name} {value.Name}", owner.Layer(x), owner.Layer(y), spec, read, value.Value.GetDouble(), Tolerance.Renyi);
            }
        }

        double Shift(JsonElement result, string entropy) => Math.Log2(Math.Pow(2, (1 - order) * result.GetProperty(entropy).GetDouble()) + 1e-8) / (1 - order);
    }

    private static IEnumerable<Expectation> Tapia(ReferenceCase owner, JsonProperty entry, string spec)
    {
        JsonElement values = entry.Value.GetProperty("values");
        yield return new($"{entry.Name} S_T", owner.Layer(), owner.Labels, spec, result => Value(result, "entropyXBits"), Value(values, "S_T"), Tolerance.Renyi);
        yield return new($"{entry.Name} I_TY_onehot", owner.Layer(), owner.Labels, spec, Bits, Value(values, "I_TY_onehot"), Tolerance.Renyi);
        if (values.TryGetProperty("I_XT", out JsonElement withInputs))
            yield return new($"{entry.Name} I_XT", owner.Layer("X"), owner.Layer(), spec, Bits, withInputs.GetDouble(), Tolerance.Renyi);
    }

    private static IEnumerable<Expectation> Entropies(JsonProperty entry, Source x, Source y, string spec, Match match)
    {
        Tolerance tolerance = double.Parse(match.Groups["order"].Value, CultureInfo.InvariantCulture) < 1 ? Tolerance.RenyiBelowOrderOne : Tolerance.Renyi;
        JsonElement values = entry.Value.GetProperty("values");
        foreach ((string name, string property) in ((string, string)[])[("S_T", "entropyXBits"), ("S_Y", "entropyYBits"), ("S_TY", "jointEntropyBits"), ("I_TY", "bits")])
            yield return new($"{entry.Name} {name}", x, y, spec, result => Value(result, property), Value(values, name), tolerance);
    }

    private static IEnumerable<Expectation> Yu(ReferenceCase owner, JsonProperty entry, Match match)
    {
        // Their kernel exp(-d^2 / width) is the Gaussian with 2 sigma^2 = width.
        string sigma = Math.Sqrt(double.Parse(match.Groups["width"].Value, CultureInfo.InvariantCulture) / 2).ToString("R", CultureInfo.InvariantCulture);
        JsonElement values = entry.Value.GetProperty("values");
        yield return new($"{entry.Name} S_T", owner.Layer(), owner.Labels, $"renyi:order={match.Groups["order"]},sigma={sigma}", result => Value(result, "entropyXBits"), Value(values, "S_T"), Tolerance.Renyi);
        yield return new($"{entry.Name} S_T_a1_01", owner.Layer(), owner.Labels, $"renyi:order=1.01,sigma={sigma}", result => Value(result, "entropyXBits"), Value(values, "S_T_a1_01"), Tolerance.Renyi);
    }

    /// <summary>With one bandwidth, the product of the Gram matrices of columns is the Gram matrix of their vector.</summary>
    private static IEnumerable<Expectation> Multivariate(ReferenceCase owner, JsonProperty entry, Match match)
    {
        string spec = $"renyi:order={match.Groups["order"]},sigma={match.Groups["sigma"]}";
        JsonElement values = entry.Value.GetProperty("values");
        int dimension = owner.Read("V").Dimension;
        yield return Entropy("S_joint", owner.Layer("V"), values.GetProperty("S_joint"));
        for (int i = 0; i < dimension; i++)
        {
            int left = i;
            yield return Entropy($"S_marginals[{i}]", owner.Columns("V", i), values.GetProperty("S_marginals")[i]);
            yield return Entropy($"S_leave_one_out[{i}]", owner.Columns("V", [.. Enumerable.Range(0, dimension).Where(column => column != left)]), values.GetProperty("S_leave_one_out")[i]);
        }

        Expectation Entropy(string name, Source x, JsonElement value) =>
            new($"{entry.Name} {name}", x, Source.Distinct, spec, result => Value(result, "entropyXBits"), value.GetDouble(), Tolerance.Renyi);
    }

    private static IEnumerable<Expectation> PairOfColumns(ReferenceCase owner, JsonProperty entry, Match match, string sigma)
    {
        yield return new($"{entry.Name} I_XY", owner.Columns("V", 0), owner.Columns("V", 4), $"renyi:order={match.Groups["order"]},sigma={sigma}", Bits, Value(entry.Value.GetProperty("values"), "I_XY"), Tolerance.Renyi);
    }

    private static IEnumerable<Expectation> WidthRules(ReferenceCase owner, JsonProperty entry)
    {
        JsonElement values = entry.Value.GetProperty("values");
        yield return Width("silverman_yu", owner.Columns("V", 0), FormattableString.Invariant($"silverman,factor={Math.Sqrt(0.5):R}"));
        yield return Width("leejo_gamma2_d1", owner.Columns("V", 0), "scott");
        yield return Width("leejo_gamma2_d5", owner.Layer("V"), "scott");
        yield return Width("tapia_gamma1_d5", owner.Layer("V"), "tapia");

        Expectation Width(string name, Source x, string rule) =>
            new($"{entry.Name} {name}", x, Source.Distinct, $"renyi:order=2,bandwidth={rule}", result => result.GetProperty("diagnostics").GetProperty("bandwidthX").GetDouble(), Value(values, name), Tolerance.Counting);
    }

    private static Match? Match(JsonProperty entry, string pattern) => CountingExpectations.Match(entry, pattern);

    private static string Number(JsonElement parameters, string name) => CountingExpectations.Number(parameters, name);

    private static double Bits(JsonElement result) => CountingExpectations.Bits(result);

    private static double Value(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static double Noise(JsonElement result, int dimension)
    {
        double variance = Math.Pow(result.GetProperty("diagnostics").GetProperty("bandwidthY").GetDouble(), 2);
        return dimension / 2.0 * (Math.Log(2 * Math.PI * variance) + 1) / Math.Log(2);
    }
}
