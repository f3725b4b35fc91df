using MutualInfo.Variational;

namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>Entries of results.json that the rates of noisy codes meet.</summary>
internal static class VariationalRules
{
    public static IEnumerable<ReferenceRule> All =>
    [
        new("kl_relu_loguniform", "RateBounds.LogUniform(alpha, max_alpha + 0.001)", Tolerance.Formula, (entry, _) =>
            Findings(entry, "f_relu", (_, alpha) => RateBounds.LogUniform(alpha, entry.Parameter("max_alpha") + 0.001))),
        new("kl_softplus_lognormal_mu{mean}_s{deviation}", "RateBounds.LogNormal(f, alpha, mean, deviation)", Tolerance.Formula, (entry, pattern) =>
            Findings(entry, "f_softplus", (f, alpha) =>
                RateBounds.LogNormal(f, alpha, pattern.Number(entry.Name, "mean"), pattern.Number(entry.Name, "deviation"), entry.Parameter("f_floor")))),
        new("kl_relu_with_lognormal_prior_floor", "RateBounds.LogNormal(f, alpha)", Tolerance.Formula, (entry, _) =>
            Findings(entry, "f_relu", (f, alpha) => RateBounds.LogNormal(f, alpha))),
        new("kl_std_normal", "RateBounds.StandardNormal(ln f, alpha)", Tolerance.Formula, (entry, _) =>
            Findings(entry, "f_softplus", (f, alpha) => RateBounds.StandardNormal(Logarithms(f), alpha))),
    ];

    private delegate RateBound Rate(Samples<double> activations, Samples<double> deviations);

    private static Findings Findings(ReferenceEntry entry, string activations, Rate rate)
    {
        double[] f = entry.Case.Layer(activations).ToDoubles(), alpha = entry.Case.Layer("alpha").ToDoubles();
        int d = entry.Case.Layer("alpha").Dimension;
        RateBound all = rate(Samples.FromRows<double>(f, d), Samples.FromRows<double>(alpha, d));
        RateBound first = rate(Samples.FromRows<double>(f.AsSpan(0, d), d), Samples.FromRows<double>(alpha.AsSpan(0, d), d));
        Findings findings = new() { ["sum_over_units_mean_over_batch"] = all.Value.Nats };
        findings.Values["per_element_first_row"] = [.. first.PerDimension.Select(unit => unit.Nats)];
        return findings;
    }

    private static Samples<double> Logarithms(Samples<double> samples) =>
        Samples.FromRows<double>(Array.ConvertAll(samples.Values.ToArray(), Math.Log), samples.Dimension);
}
