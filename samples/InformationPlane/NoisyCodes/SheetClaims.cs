using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Judges what is claimed of digits among clutter.</summary>
public static class SheetClaims
{
    public static IEnumerable<Claim> Judge(IReadOnlyList<SheetResult> results, ClutteredDigits sheets)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (IGrouping<double, SheetResult> runs in results.GroupBy(result => result.Beta))
        {
            int last = runs.First().Maps.Count - 1;
            yield return Claim.OfValues(
                ClaimKind.Qualitative,
                FormattableString.Invariant($"cluttered digits, β = {runs.Key}: a place on the digit has more information than ")
                    + "one on clutter (ratio of rates, last noisy layer)",
                "concentrates on the digit",
                runs.Select(run => Ratio(run.Maps[last], sheets)),
                "",
                ratios => ratios.Values.All(ratio => ratio > 1));
            yield return Claim.OfValues(
                ClaimKind.Figure,
                FormattableString.Invariant($"cluttered digits, β = {runs.Key}: test error, for comparison"),
                "not known",
                runs.Select(run => 100 * run.Error),
                "%",
                _ => true,
                "0.0");
        }

        if (results.Select(result => result.Beta).Distinct().Count() > 1)
        {
            yield return Claim.OfSeeds(
                ClaimKind.Qualitative,
                "cluttered digits: that ratio grows with β",
                "stronger with β",
                results.GroupBy(result => result.Seed, (_, runs) => IsRising(
                    [.. runs.OrderBy(run => run.Beta).Select(run => Ratio(run.Maps[^1], sheets))])));
        }
    }

    public static double Ratio(RateMap map, ClutteredDigits sheets)
    {
        ArgumentNullException.ThrowIfNull(map);
        (double digit, double clutter) = map.OnInk(sheets);
        return digit / clutter;
    }

    private static bool IsRising(double[] values) => values.Zip(values.Skip(1)).All(pair => pair.Second > pair.First);
}
