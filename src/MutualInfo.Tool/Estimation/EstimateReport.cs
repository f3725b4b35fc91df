using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Estimation;

/// <summary>One estimate as it is printed. The order of the properties is that of the JSON and of the CSV.</summary>
internal sealed record EstimateReport
{
    public required string Estimator { get; init; }

    public required double Bits { get; init; }

    public required double Nats { get; init; }

    public required double EntropyXBits { get; init; }

    public required double EntropyYBits { get; init; }

    public required double JointEntropyBits { get; init; }

    public required long N { get; init; }

    public required int DimensionX { get; init; }

    public required int DimensionY { get; init; }

    public required double SaturationX { get; init; }

    public required double SaturationY { get; init; }

    public required string Backend { get; init; }

    public required double Seconds { get; init; }

    public required DiagnosticsReport Diagnostics { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public static EstimateReport Of(EstimatorSpec spec, MutualInformationEstimate estimate, Variable x, Variable y) =>
        Of(estimate, x.Dimension, y.Dimension) with { Estimator = spec.Canonical, Warnings = [.. EstimateWarnings.Of(spec, estimate, x, y)] };

    /// <summary>The report of an estimate that no SPEC names; without warnings, which need the variables.</summary>
    public static EstimateReport Of(MutualInformationEstimate estimate, int dimensionX, int dimensionY) => new()
    {
        Estimator = estimate.Estimator.ToString() ?? "",
        Bits = estimate.Value.Bits,
        Nats = estimate.Value.Nats,
        EntropyXBits = estimate.EntropyX.Bits,
        EntropyYBits = estimate.EntropyY.Bits,
        JointEntropyBits = estimate.JointEntropy.Bits,
        N = estimate.SampleCount,
        DimensionX = dimensionX,
        DimensionY = dimensionY,
        SaturationX = estimate.SaturationX,
        SaturationY = estimate.SaturationY,
        Backend = estimate.Diagnostics.Backend,
        Seconds = estimate.Diagnostics.Elapsed.TotalSeconds,
        Diagnostics = DiagnosticsReport.Of(estimate.Diagnostics),
        Warnings = [],
    };
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
    };
}
