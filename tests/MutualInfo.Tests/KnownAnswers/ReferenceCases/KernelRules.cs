using MutualInfo.Kernels;
using MutualInfo.Multivariate;

namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>Entries of results.json that the kernel family meets.</summary>
internal static class KernelRules
{
    // Inside the logarithm of Lee and Jo's program.
    private const double EpsilonInsideLogarithm = 1e-8;

    public static IEnumerable<ReferenceRule> All =>
    [
        new("kde_var{variance}", "Estimators.KernelDensity(variance, bound)", Tolerance.KernelDensity,
            (entry, pattern) => KernelDensity(entry, Estimators.KernelDensity(pattern.Number(entry.Name, "variance")))),
        new("akde_maxscaled_{scale}", "Estimators.AdaptiveKernelDensity(scale, bound)", Tolerance.KernelDensity,
            (entry, pattern) => KernelDensity(entry, Estimators.AdaptiveKernelDensity(pattern.Number(entry.Name, "scale")))),
        new("chelombiev_repo_kde_upper", "Estimators.KernelDensity(0.01) on |T + 0.01·noise|", Tolerance.KernelDensity,
            (entry, _) => NoisyKernelDensity(entry, KernelDensityBound.Upper)),
        new("chelombiev_repo_kde_lower", "Estimators.KernelDensity(0.01, KernelDensityBound.Lower) on |T + 0.01·noise|", Tolerance.KernelDensity,
            (entry, _) => NoisyKernelDensity(entry, KernelDensityBound.Lower)),
        new("renyi_leejo_g{factor}_a{order}", "Estimators.MatrixRenyi(order, new ScottBandwidth(factor)), with their 1e-8 put inside the logarithm", Tolerance.Renyi, LeeJo),
        new("leejo_plane_a{order}", "Estimators.MatrixRenyi(order), with their 1e-8 put inside the logarithm", Tolerance.Renyi, LeeJo),
        new("renyi_tapia_default", "Estimators.MatrixRenyi(1.01, new TapiaEstevezBandwidth()) with { Scaling = FeatureScaling.ZScore }", Tolerance.Renyi, Tapia),
        new("renyi_s{sigma}_a{order}", "Estimators.MatrixRenyi(order, new FixedBandwidth(sigma))", Tolerance.Renyi, Fixed),
        new("renyi_yu_sigma{width}_a{order}", "Estimators.MatrixRenyi(order, new FixedBandwidth(Math.Sqrt(width / 2)))", Tolerance.Renyi, Yu),
        new("multivariate_s{sigma}_a{order}", "new MatrixRenyiEstimator(order, …).Observe().AddColumns(…), TotalCorrelation(), DualTotalCorrelation()", Tolerance.Renyi, Multivariate),
        new("conditional_mi_a{order}", "new MatrixRenyiEstimator(order, …).Observe()…ConditionalMutualInformation(x, y, given)", Tolerance.Renyi, ConditionalInformation),
        new("kernel_width_rules", "SilvermanBandwidth(Math.Sqrt(0.5)), ScottBandwidth(), TapiaEstevezBandwidth()", Tolerance.Formula, WidthRules),
    ];

    private static Findings KernelDensity(ReferenceEntry entry, KernelDensityEstimator upper)
    {
        Layer layer = entry.Case.Layer();
        Symbols inputs = Symbols.Distinct(layer.Count);
        Findings findings = new();
        foreach ((string name, KernelDensityBound bound) in
            ((string, KernelDensityBound)[])[("upper", KernelDensityBound.Upper), ("lower", KernelDensityBound.Lower)])
        {
            KernelDensityEstimator estimator = upper with { Bound = bound };
            MutualInformationEstimate withInputs = layer.Estimate(estimator, inputs);
            double variance = Math.Pow(withInputs.Diagnostics.BandwidthX!.Value, 2);
            // H(T'|T) is the entropy of the noise; the library's entropies are what exceeds it, and the originals' include it.
            double noise = layer.Dimension / 2.0 * (Math.Log(2 * Math.PI * variance) + 1) / Math.Log(2);
            findings[$"I_XT_{name}"] = withInputs.Value.Bits;
            findings[$"I_TY_{name}"] = layer.Estimate(estimator, entry.Case.Labels).Value.Bits;
            findings[$"H_T_{name}"] = withInputs.Value.Bits + noise;
            findings["H_T_given_X"] = noise;
        }

        return findings;
    }

    private static Findings NoisyKernelDensity(ReferenceEntry entry, KernelDensityBound bound)
    {
        double[] values = entry.Case.Layer().ToDoubles();
        double[] noise = entry.Case.Layer("noise").ToDoubles();
        double deviation = entry.Parameter("noise_std");
        double[] noisy = [.. values.Zip(noise, (value, error) => Math.Abs(value + deviation * error))];
        Layer layer = new Layer<double>(noisy, entry.Case.Layer().Dimension);
        KernelDensityEstimator estimator = Estimators.KernelDensity(entry.Parameter("kernel_variance"), bound);
        return new Findings
        {
            ["I_XT"] = layer.Estimate(estimator, Symbols.Distinct(layer.Count)).Value.Bits,
            ["I_TY"] = layer.Estimate(estimator, entry.Case.Labels).Value.Bits,
        };
    }

    private static Findings LeeJo(ReferenceEntry entry, EntryPattern pattern)
    {
        double order = pattern.Number(entry.Name, "order");
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(order, new ScottBandwidth(entry.Parameter("gamma")));
        Findings findings = new();
        foreach ((string first, string second) in ((string, string)[])[("X", "T"), ("T", "O"), ("X", "X")])
        {
            if (entry.Case.Has(first) && entry.Case.Has(second))
                AddShifted(findings, estimator, entry.Case.Layer(first), first, entry.Case.Layer(second), second);
        }

        if (!findings.Values.ContainsKey("S_T"))
            findings["S_T"] = Shifted(entry.Case.Layer().Estimate(estimator, entry.Case.Labels).EntropyX, order);
        return findings;
    }

    private static Findings Tapia(ReferenceEntry entry, EntryPattern pattern)
    {
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(entry.Parameter("alpha"), new TapiaEstevezBandwidth(entry.Parameter("gamma"))) with
        {
            Scaling = FeatureScaling.ZScore,
        };
        Layer layer = entry.Case.Layer();
        MutualInformationEstimate withLabels = layer.EstimateInDouble(estimator, OneHot(entry.Case.Labels));
        Findings findings = new() { ["S_T"] = withLabels.EntropyX.Bits, ["I_TY_onehot"] = withLabels.Value.Bits };
        if (entry.Case.Has("X"))
            findings["I_XT"] = entry.Case.Layer("X").EstimateInDouble(estimator, layer).Value.Bits;
        return findings;
    }

    private static Findings Fixed(ReferenceEntry entry, EntryPattern pattern)
    {
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(
            pattern.Number(entry.Name, "order"), new FixedBandwidth(pattern.Number(entry.Name, "sigma")));
        MutualInformationEstimate estimate = entry.Case.Layer().Estimate(estimator, entry.Case.Labels);
        return new Findings
        {
            ["S_T"] = estimate.EntropyX.Bits,
            ["S_Y"] = estimate.EntropyY.Bits,
            ["S_TY"] = estimate.JointEntropy.Bits,
            ["I_TY"] = estimate.Value.Bits,
        };
    }

    private static Findings Yu(ReferenceEntry entry, EntryPattern pattern)
    {
        // Their kernel exp(−d²/width) is the Gaussian with 2σ² = width.
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(
            pattern.Number(entry.Name, "order"), new FixedBandwidth(Math.Sqrt(pattern.Number(entry.Name, "width") / 2)));
        Layer layer = entry.Case.Layer();
        return new Findings
        {
            ["S_T"] = layer.Estimate(estimator, entry.Case.Labels).EntropyX.Bits,
            ["S_T_a1_01"] = layer.Estimate(estimator with { Order = 1.01 }, entry.Case.Labels).EntropyX.Bits,
        };
    }

    private static Findings Multivariate(ReferenceEntry entry, EntryPattern pattern)
    {
        MatrixRenyiEstimator estimator = new(pattern.Number(entry.Name, "order"), new FixedBandwidth(pattern.Number(entry.Name, "sigma")));
        Layer variables = entry.Case.Layer("V");
        JointVariables set = estimator.Observe().AddColumns("V", Samples.FromRows<double>(variables.ToDoubles(), variables.Dimension));
        MultivariateEstimate total = set.TotalCorrelation();
        MultivariateEstimate dual = set.DualTotalCorrelation();
        Findings findings = new()
        {
            ["S_joint"] = total.JointEntropy.Bits,
            ["TC"] = total.Value.Bits,
            ["NTC"] = total.Normalised!.Value,
            ["DTC"] = dual.Value.Bits,
            ["NDTC"] = dual.Normalised!.Value,
        };
        findings.Values["S_marginals"] = [.. total.Terms.Where(term => term.Coefficient > 0).Select(term => term.Entropy.Bits)];
        findings.Values["S_leave_one_out"] = [.. dual.Terms.Where(term => term.Coefficient > 0).Select(term => term.Entropy.Bits)];
        return findings;
    }

    private static Findings ConditionalInformation(ReferenceEntry entry, EntryPattern pattern)
    {
        MatrixRenyiEstimator estimator = new(pattern.Number(entry.Name, "order"), new FixedBandwidth(entry.Parameter("sigma")));
        Layer<double> variables = (Layer<double>)entry.Case.Layer("V");
        JointVariables set = estimator.Observe().AddColumns("V", variables.AsSamples());
        // Equal bandwidths: the product of the similarities of columns is that of their vector.
        return new Findings
        {
            ["I_XY"] = set.MutualInformation("V.0", "V.4").Value.Bits,
            ["I_XY_given_Z"] = set.ConditionalMutualInformation(["V.0"], ["V.4"], ["V.1", "V.2", "V.3"]).Value.Bits,
        };
    }

    private static Findings WidthRules(ReferenceEntry entry, EntryPattern pattern)
    {
        Layer<double> all = (Layer<double>)entry.Case.Layer("V");
        Layer<double> first = (Layer<double>)all.Column(0);
        return new Findings
        {
            ["silverman_yu"] = new SilvermanBandwidth(Math.Sqrt(0.5)).SigmaFor(first.AsSamples()),
            ["leejo_gamma2_d1"] = new ScottBandwidth().SigmaFor(first.AsSamples()),
            ["leejo_gamma2_d5"] = new ScottBandwidth().SigmaFor(all.AsSamples()),
            ["tapia_gamma1_d5"] = new TapiaEstevezBandwidth().SigmaFor(all.AsSamples()),
        };
    }

    /// <summary>Adds the entropies and the information of two variables as the program with an epsilon inside its logarithm gives them.</summary>
    private static void AddShifted(Findings findings, MatrixRenyiEstimator estimator, Layer x, string nameX, Layer y, string nameY)
    {
        MutualInformationEstimate estimate = x.EstimateInDouble(estimator, y);
        double entropyX = Shifted(estimate.EntropyX, estimator.Order);
        double entropyY = Shifted(estimate.EntropyY, estimator.Order);
        double joint = Shifted(estimate.JointEntropy, estimator.Order);
        findings[$"S_{nameX}"] = entropyX;
        findings[$"S_{nameY}"] = entropyY;
        findings[$"S_{nameX}{nameY}"] = joint;
        findings[$"I_{nameX}{nameY}"] = entropyX + entropyY - joint;
    }

    /// <summary>log₂(Σλ^α + ε)/(1 − α), where the library's S is log₂(Σλ^α)/(1 − α).</summary>
    private static double Shifted(Information entropy, double order) =>
        Math.Log2(Math.Pow(2, (1 - order) * entropy.Bits) + EpsilonInsideLogarithm) / (1 - order);

    private static Layer<double> OneHot(Symbols labels)
    {
        double[] rows = new double[labels.Count * labels.AlphabetSize];
        for (int row = 0; row < labels.Count; row++)
            rows[row * labels.AlphabetSize + labels.Codes[row]] = 1;
        return new Layer<double>(rows, labels.AlphabetSize);
    }
}
