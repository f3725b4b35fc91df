using MutualInfo.Kernels;

namespace MutualInfo.Internal.Verdicts;

/// <summary>What an estimate carries about one of its variables.</summary>
internal sealed record VariableFigures
{
    public required VerdictSubject Subject { get; init; }

    public required Information Entropy { get; init; }

    public required long SampleCount { get; init; }

    public required VariableForm? Form { get; init; }

    public required int? AlphabetSize { get; init; }

    public required double? SingletonShare { get; init; }

    public required double? MeanSimilarity { get; init; }

    public required long ValuesOutsideRange { get; init; }

    public required GramStructure? Structure { get; init; }

    /// <summary>Gets <c>x</c> or <c>y</c>.</summary>
    public string Name => Subject == VerdictSubject.X ? "x" : "y";

    /// <summary>Gets <c>H(X)</c> or <c>H(Y)</c>.</summary>
    public string EntropyName => Subject == VerdictSubject.X ? "H(X)" : "H(Y)";

    /// <summary>Gets whether the caller says that all samples differ: saturation is then a fact.</summary>
    public bool IsDistinct => Form == VariableForm.DistinctSymbols;

    public bool IsSymbols => Form is VariableForm.Symbols or VariableForm.DistinctSymbols;

    /// <summary>Gets n·e^(−H): how many samples share an effective symbol.</summary>
    public double SamplesPerSymbol => SampleCount * Math.Exp(-Entropy.Nats);

    public static VariableFigures OfX(MutualInformationEstimate estimate) => new()
    {
        Subject = VerdictSubject.X,
        Entropy = estimate.EntropyX,
        SampleCount = estimate.SampleCount,
        Form = estimate.Diagnostics.FormX,
        AlphabetSize = estimate.Diagnostics.AlphabetSizeX,
        SingletonShare = estimate.Diagnostics.SingletonShareX,
        MeanSimilarity = estimate.Diagnostics.MeanSimilarityX,
        ValuesOutsideRange = estimate.Diagnostics.ValuesOutsideRangeX,
        Structure = estimate.Diagnostics.StructureX,
    };

    public static VariableFigures OfY(MutualInformationEstimate estimate) =>
        OfX(estimate.Swapped()) with { Subject = VerdictSubject.Y };
}
