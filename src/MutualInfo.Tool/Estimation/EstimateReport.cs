using System.Text.Json.Serialization;
using MutualInfo.Tool.Significance;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Estimation;

/// <summary>One estimate as it is printed. The order of the properties is that of the JSON and of the CSV.</summary>
internal sealed record EstimateReport
{
    public required string Estimator { get; init; }

    public required double Bits { get; init; }

    public required double Nats { get; init; }

    /// <summary>Gets H(X); null where the estimator does not measure it.</summary>
    public required double? EntropyXBits { get; init; }

    /// <summary>Gets H(Y); null where the estimator does not measure it.</summary>
    public required double? EntropyYBits { get; init; }

    /// <summary>Gets H(X,Y); null where the estimator does not measure it.</summary>
    public required double? JointEntropyBits { get; init; }

    public required long N { get; init; }

    public required int DimensionX { get; init; }

    public required int DimensionY { get; init; }

    /// <summary>Gets H(X) / ln n; null where the entropy has no such ceiling.</summary>
    public required double? SaturationX { get; init; }

    /// <summary>Gets H(Y) / ln n; null where the entropy has no such ceiling.</summary>
    public required double? SaturationY { get; init; }

    public required string Backend { get; init; }

    public required double Seconds { get; init; }

    public required DiagnosticsReport Diagnostics { get; init; }

    public required VerdictReport Verdict { get; init; }

    /// <summary>Gets the permutation test; null, and left out, where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PermutationReport? Permutation { get; init; }

    /// <summary>Gets the interval of the estimate; null, and left out, where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IntervalReport? Interval { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Gets the warnings that are not the verdict's: a table says that one itself.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OtherWarnings { get; init; } = [];

    public static EstimateReport Of(EstimatorSpec spec, MutualInformationEstimate estimate, Variable x, Variable y)
    {
        string[] unused = [.. EstimateWarnings.Unused(spec, x, y)];
        EstimateReport report = Of(estimate, x.Dimension, y.Dimension);
        return report with { Estimator = spec.Canonical, Warnings = [.. report.Warnings, .. unused], OtherWarnings = unused };
    }

    /// <summary>The report of an estimate that no SPEC names.</summary>
    public static EstimateReport Of(MutualInformationEstimate estimate, int dimensionX, int dimensionY) =>
        Of(estimate, estimate.Verdict, dimensionX, dimensionY);

    private static EstimateReport Of(MutualInformationEstimate estimate, Verdict verdict, int dimensionX, int dimensionY) => new()
    {
        Estimator = estimate.Estimator.ToString() ?? "",
        Bits = estimate.Value.Bits,
        Nats = estimate.Value.Nats,
        EntropyXBits = Measured(estimate.EntropyX.Bits),
        EntropyYBits = Measured(estimate.EntropyY.Bits),
        JointEntropyBits = Measured(estimate.JointEntropy.Bits),
        N = estimate.SampleCount,
        DimensionX = dimensionX,
        DimensionY = dimensionY,
        SaturationX = Measured(estimate.SaturationX),
        SaturationY = Measured(estimate.SaturationY),
        Backend = estimate.Diagnostics.Backend,
        Seconds = estimate.Diagnostics.Elapsed.TotalSeconds,
        Diagnostics = DiagnosticsReport.Of(estimate.Diagnostics),
        Verdict = VerdictReport.Of(verdict),
        Warnings = [.. EstimateWarnings.Of(verdict)],
    };

    // NaN has no place in a report: what is not measured is left open.
    private static double? Measured(double value) => double.IsNaN(value) ? null : value;

    /// <summary>The report with what was measured beside the estimate.</summary>
    public EstimateReport With(SignificanceResult result)
    {
        PermutationReport? test = PermutationReport.Of(result.Test);
        string[] warnings = [.. test?.Warnings() ?? []];
        return this with { Permutation = test, Interval = IntervalReport.Of(result.Interval), Warnings = [.. Warnings, .. warnings], OtherWarnings = [.. OtherWarnings, .. warnings] };
    }
}

/// <summary>What was seen on the way to an estimate; null where a figure has no meaning for the estimator.</summary>
internal sealed record DiagnosticsReport
{
    public required int? AlphabetSizeX { get; init; }

    public required int? AlphabetSizeY { get; init; }

    public required int? JointAlphabetSize { get; init; }

    public required double? SingletonShare { get; init; }

    public required long ValuesOutsideRangeX { get; init; }

    public required long ValuesOutsideRangeY { get; init; }

    public required double? BandwidthX { get; init; }

    public required double? BandwidthY { get; init; }

    public required double? SingletonShareX { get; init; }

    public required double? SingletonShareY { get; init; }

    public required double? MeanSimilarityX { get; init; }

    public required double? MeanSimilarityY { get; init; }

    public required double? TiedShare { get; init; }

    public required double? IsolatedShare { get; init; }

    public required double? NeighbourhoodBiasBits { get; init; }

    public required double? NeighbourhoodBiasErrorBits { get; init; }

    public required double? UnboundedBits { get; init; }

    public static DiagnosticsReport Of(EstimateDiagnostics diagnostics) => new()
    {
        AlphabetSizeX = diagnostics.AlphabetSizeX,
        AlphabetSizeY = diagnostics.AlphabetSizeY,
        JointAlphabetSize = diagnostics.JointAlphabetSize,
        SingletonShare = diagnostics.SingletonShare,
        ValuesOutsideRangeX = diagnostics.ValuesOutsideRangeX,
        ValuesOutsideRangeY = diagnostics.ValuesOutsideRangeY,
        BandwidthX = diagnostics.BandwidthX,
        BandwidthY = diagnostics.BandwidthY,
        SingletonShareX = diagnostics.SingletonShareX,
        SingletonShareY = diagnostics.SingletonShareY,
        MeanSimilarityX = diagnostics.MeanSimilarityX,
        MeanSimilarityY = diagnostics.MeanSimilarityY,
        TiedShare = diagnostics.TiedShare,
        IsolatedShare = diagnostics.IsolatedShare,
        NeighbourhoodBiasBits = diagnostics.NeighbourhoodBias?.Bits,
        NeighbourhoodBiasErrorBits = diagnostics.NeighbourhoodBiasError?.Bits,
        UnboundedBits = diagnostics.UnboundedValue?.Bits,
    };
}
