using MutualInfo.Multivariate;
using MutualInfo.Tool.Estimation;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Conditional;

/// <summary>One estimate of I(X;Y|Z) as it is printed. The order of the properties is that of the JSON and of the CSV.</summary>
internal sealed record ConditionalReport
{
    public required string Estimator { get; init; }

    public required string Quantity { get; init; }

    public required double Bits { get; init; }

    public required double Nats { get; init; }

    /// <summary>Gets I(X;Y), what X and Y tell of each other to one who does not know Z.</summary>
    public required double UnconditionalBits { get; init; }

    public required double EntropyXZBits { get; init; }

    public required double EntropyYZBits { get; init; }

    public required double EntropyZBits { get; init; }

    /// <summary>Gets H(X,Y,Z).</summary>
    public required double JointEntropyBits { get; init; }

    public required long N { get; init; }

    public required int DimensionX { get; init; }

    public required int DimensionY { get; init; }

    public required int DimensionZ { get; init; }

    /// <summary>Gets H(X,Y,Z) / ln n.</summary>
    public required double Saturation { get; init; }

    public required string Backend { get; init; }

    public required double Seconds { get; init; }

    public required ConditionalDiagnostics Diagnostics { get; init; }

    public required VerdictReport Verdict { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Makes the report of an estimate of variables that are called x, y and z.</summary>
    public static ConditionalReport Of(
        EstimatorSpec spec, JointVariables joint, MultivariateEstimate given, MultivariateEstimate unconditional, (Variable X, Variable Y, Variable Z) variables) => new()
        {
            Estimator = spec.Canonical,
            Quantity = "I(X;Y|Z)",
            Bits = given.Value.Bits,
            Nats = given.Value.Nats,
            UnconditionalBits = unconditional.Value.Bits,
            // Known by now: each joint entropy is measured once.
            EntropyXZBits = joint.Entropy("x", "z").Bits,
            EntropyYZBits = joint.Entropy("y", "z").Bits,
            EntropyZBits = joint.Entropy("z").Bits,
            JointEntropyBits = given.JointEntropy.Bits,
            N = given.SampleCount,
            DimensionX = variables.X.Dimension,
            DimensionY = variables.Y.Dimension,
            DimensionZ = variables.Z.Dimension,
            Saturation = given.Saturation,
            Backend = given.Diagnostics.Backend,
            Seconds = (given.Diagnostics.Elapsed + unconditional.Diagnostics.Elapsed).TotalSeconds,
            Diagnostics = ConditionalDiagnostics.Of(given.Diagnostics),
            Verdict = VerdictReport.Of(given.Verdict),
            Warnings = [.. EstimateWarnings.Of(given.Verdict)],
        };
}

/// <summary>What was seen on the way; null where a figure has no meaning for the estimator.</summary>
internal sealed record ConditionalDiagnostics
{
    public required int? AlphabetSizeX { get; init; }

    public required int? AlphabetSizeY { get; init; }

    public required int? AlphabetSizeZ { get; init; }

    public required int? JointAlphabetSize { get; init; }

    public required double? SingletonShare { get; init; }

    public required long ValuesOutsideRangeX { get; init; }

    public required long ValuesOutsideRangeY { get; init; }

    public required long ValuesOutsideRangeZ { get; init; }

    public required double? BandwidthX { get; init; }

    public required double? BandwidthY { get; init; }

    public required double? BandwidthZ { get; init; }

    public static ConditionalDiagnostics Of(MultivariateDiagnostics seen)
    {
        (VariableDiagnostics x, VariableDiagnostics y, VariableDiagnostics z) = (seen.Variables[0], seen.Variables[1], seen.Variables[2]);
        return new ConditionalDiagnostics
        {
            AlphabetSizeX = x.AlphabetSize,
            AlphabetSizeY = y.AlphabetSize,
            AlphabetSizeZ = z.AlphabetSize,
            JointAlphabetSize = seen.JointAlphabetSize,
            SingletonShare = seen.SingletonShare,
            ValuesOutsideRangeX = x.ValuesOutsideRange,
            ValuesOutsideRangeY = y.ValuesOutsideRange,
            ValuesOutsideRangeZ = z.ValuesOutsideRange,
            BandwidthX = x.Bandwidth,
            BandwidthY = y.Bandwidth,
            BandwidthZ = z.Bandwidth,
        };
    }
}
