using System.Globalization;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>Writes the risks of all runs as comma-separated values.</summary>
public static class TwoLayerTable
{
    public const string Header = "source,decoder,d,n,rate,seed,risk,curve,shannon,largest cosine";

    public static void Write(string path, IReadOnlyList<TwoLayerRisk> risks)
    {
        ArgumentNullException.ThrowIfNull(risks);
        using var writer = new StreamWriter(path);
        writer.Write(Header + "\n");
        foreach (TwoLayerRisk risk in risks)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{risk.Source.ToString().ToLowerInvariant()},{risk.Decoder.ToString().ToLowerInvariant()},{risk.Inputs},{risk.Signs},{risk.Rate:R},{risk.Seed},{risk.Risk:R},{risk.Curve:R},{SignLimits.Shannon(risk.Rate):R},{risk.LargestCosine:R}\n"));
        }
    }
}
