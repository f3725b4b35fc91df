using System.Globalization;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Writes what was measured as comma-separated values.</summary>
public static class DropoutTables
{
    public static void WriteClassifiers(string path, IEnumerable<ClassifierResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        using var writer = new StreamWriter(path);
        writer.Write("regularization,strength,width,seed,test error,layer,");
        writer.Write("rate in bits,lower bound in bits,upper bound in bits,total correlation in bits per unit\n");
        foreach (ClassifierResult result in results)
        {
            (string kind, double strength) = (result.Regularization.Kind.ToString().ToLowerInvariant(), result.Regularization.Strength);
            string start = string.Create(CultureInfo.InvariantCulture, $"{kind},{strength},{result.Width},{result.Seed},{result.Error}");
            if (result.Codes.Count == 0)
                writer.Write($"{start},,,,,\n");
            for (int layer = 0; layer < result.Codes.Count; layer++)
            {
                CodeMeasure code = result.Codes[layer];
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{start},{layer + 1},{code.Rate.Bits},{code.Bounds?.Lower.Bits},{code.Bounds?.Upper.Bits},{code.TotalCorrelation?.Bits}\n"));
            }
        }
    }

    public static void WriteSheets(string path, IEnumerable<SheetResult> results, ClutteredDigits sheets)
    {
        ArgumentNullException.ThrowIfNull(results);
        using var writer = new StreamWriter(path);
        writer.Write("beta,seed,test error,layer,nats on the digit,nats on clutter\n");
        foreach (SheetResult result in results)
        {
            foreach (RateMap map in result.Maps)
            {
                (double digit, double clutter) = map.OnInk(sheets);
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture, $"{result.Beta},{result.Seed},{result.Error},{map.Code + 1},{digit},{clutter}\n"));
            }
        }
    }
}
