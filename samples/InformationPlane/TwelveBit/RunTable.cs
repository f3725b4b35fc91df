using System.Globalization;
using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes;

/// <summary>Writes runs with their accuracies, and the course of every layer under every estimator, as comma-separated values.</summary>
public static class RunTable
{
    public const string Header =
        "network,seed,train accuracy,test accuracy,estimator,layer,I(X;T) start,I(X;T) peak,I(X;T) end,I(T;Y) start,I(T;Y) end";

    /// <summary>Writes one line for each run, estimator and layer; amounts are in bits.</summary>
    public static void Write(
        string path, IEnumerable<(string Network, int Seed, double TrainAccuracy, double TestAccuracy, InformationPlane Plane)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach ((string network, int seed, double trainAccuracy, double testAccuracy, InformationPlane plane) in runs)
        {
            foreach (LayerCourse course in plane.Estimators.SelectMany(estimator => LayerCourse.Of(plane, estimator)))
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{network}\",{seed},{trainAccuracy:R},{testAccuracy:R},\"{course.Estimator}\",{course.Layer},{course.InputStart:R},{course.InputPeak:R},{course.InputEnd:R},{course.TargetStart:R},{course.TargetEnd:R}"));
            }
        }
    }
}
