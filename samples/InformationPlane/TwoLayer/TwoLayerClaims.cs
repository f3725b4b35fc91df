using System.Globalization;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>What the paper claims of sign codes, and what has come of it.</summary>
public sealed class TwoLayerClaims(IReadOnlyList<TwoLayerRisk> risks, IReadOnlyList<CodeInformation> information, string images)
{
    private readonly TwoLayerRisk[] _descents = [.. risks.Where(risk => risk.Source == RiskSource.Descent)];

    public IReadOnlyList<Claim> Judge() =>
    [
        OnTheCurve(SignDecoder.Free),
        OnTheCurve(SignDecoder.Tied),
        Claim.OfValues(
            ClaimKind.Exact, "Up to r = 1 the descent ends with orthonormal rows: the largest entry of BBᵀ − I.", "0",
            BySeed(_descents.Where(risk => risk.Rate <= 1), seed => seed.Max(risk => risk.LargestCosine)), "", all => all.Values.Max() <= 1e-6, "0E+0"),
        Claim.OfValues(
            ClaimKind.Exact, "Beyond r = 1 no descent falls below the bound: the least of risk − bound.", "at least 0",
            BySeed(_descents.Where(risk => risk.Rate > 1), seed => seed.Min(risk => risk.Risk - risk.Curve)), "", all => all.Values.Min() >= 0, "0.000000"),
        Claim.OfSeeds(
            ClaimKind.Qualitative, "Beyond r = 1 the risk comes nearer to the bound with every doubling of d, at every rate.", "approached as d grows",
            BySeed(_descents.Where(risk => risk.Rate > 1), Approaches)),
        AtLargest(1.5),
        AtLargest(2),
        FromSamples(SignDecoder.Free),
        FromSamples(SignDecoder.Tied),
        Claim.OfValues(
            ClaimKind.Qualitative, "Training on samples up to r = 1 ends with nearly orthonormal rows: the largest entry of BBᵀ − I.", "0",
            BySeed(risks.Where(risk => risk.Source == RiskSource.Samples && risk.Rate <= 1), seed => seed.Max(risk => risk.LargestCosine)), "",
            all => all.Values.Max() < 0.1, "0.000"),
        Claim.OfValues(
            ClaimKind.Exact, "I(X; code) is at most n bits (d = 16, n = 8, exact estimator): n − I(X; code).", "at least 0",
            information.Select(code => code.Signs - code.After.Bits), "bits", all => all.Values.Min() >= 0, "0.0000"),
        Claim.OfSeeds(
            ClaimKind.Exact, "I(X; code) is at least what Shannon asks for the risk, (d/2)·log₂(1/R), which is 4.42 bits of the 8.", "at least",
            information.Select(code => code.After >= code.Least)),
        Claim.OfValues(
            ClaimKind.Qualitative, "At the optimum the signs are independent, so the code holds all its 8 bits; before the descent it holds less.", "8",
            information.Select(code => code.After.Bits), "bits", all => all.Values.Min() > 7.99 && information.All(code => code.Before < code.After), "0.0000"),
        Claim.OfValues(
            ClaimKind.Figure, "The optimum is above Shannon's limit: risk − 2^(−2r) at r = 1, after descent.", "0.36338 − 0.25 = 0.11338",
            BySeed(_descents.Where(risk => risk.Rate == 1), seed => seed.Max(risk => risk.Risk) - SignLimits.Shannon(1)), "",
            all => Math.Abs(all.Mean - 0.11338) < 1e-5, "0.00000"),
        Claim.OfValues(
            ClaimKind.Qualitative, $"Whitened patches ({images}) follow the curve of normal numbers: the largest deviation over the rates.", "the same curve",
            BySeed(risks.Where(risk => risk.Source == RiskSource.Patches), seed => 100 * seed.Max(risk => Math.Abs(risk.Excess))), "%",
            all => all.Values.Max() <= 5, "0.0"),
    ];

    private Claim OnTheCurve(SignDecoder decoder) => Claim.OfValues(
        ClaimKind.Exact,
        $"Up to r = 1 the descent ends on 1 − 2r/π, {(decoder == SignDecoder.Free ? "decoder free" : "decoder tied to the encoder")}: the largest deviation over d and r.",
        "on the curve",
        BySeed(_descents.Where(risk => risk.Decoder == decoder && risk.Rate <= 1), seed => seed.Max(risk => Math.Abs(risk.Risk - risk.Curve))),
        "", all => all.Values.Max() <= 1e-9, "0E+0");

    private Claim AtLargest(double rate)
    {
        int d = _descents.Where(risk => risk.Rate == rate).Max(risk => risk.Inputs);
        double bound = SignLimits.Optimum(rate);
        return Claim.OfValues(
            ClaimKind.Figure,
            string.Create(CultureInfo.InvariantCulture, $"The risk of the descent at r = {rate}, d = {d}, comes within 1 % of the bound."),
            bound.ToString("0.00000", CultureInfo.InvariantCulture),
            BySeed(_descents.Where(risk => risk.Rate == rate && risk.Inputs == d && risk.Decoder == SignDecoder.Free), seed => seed.Single().Risk), "",
            all => all.Values.Max() <= 1.01 * bound, "0.00000");
    }

    private Claim FromSamples(SignDecoder decoder)
    {
        TwoLayerRisk[] runs = [.. risks.Where(risk => risk.Source == RiskSource.Samples && risk.Decoder == decoder)];
        string name = decoder.ToString().ToLowerInvariant();
        int d = runs[0].Inputs;
        double least = runs.Min(risk => risk.Rate), most = runs.Max(risk => risk.Rate);
        return Claim.OfValues(
            ClaimKind.Qualitative,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Straight-through training on samples ends within 2 % of the curve, decoder {name}, d = {d}, r from {least} to {most}: the largest excess."),
            "gradient descent reaches the optimum",
            BySeed(runs, seed => 100 * seed.Max(risk => risk.Excess)), "%", all => all.Values.Max() <= 2, "0.00");
    }

    private static bool Approaches(IReadOnlyList<TwoLayerRisk> seed) => seed
        .GroupBy(risk => (risk.Rate, risk.Decoder))
        .Select(group => group.OrderBy(risk => risk.Inputs).ToArray())
        .All(runs => runs.Zip(runs.Skip(1), (smaller, larger) => larger.Risk < smaller.Risk).All(falls => falls));

    private static IEnumerable<T> BySeed<T>(IEnumerable<TwoLayerRisk> runs, Func<IReadOnlyList<TwoLayerRisk>, T> value) =>
        runs.GroupBy(risk => risk.Seed).OrderBy(group => group.Key).Select(group => value([.. group]));
}
