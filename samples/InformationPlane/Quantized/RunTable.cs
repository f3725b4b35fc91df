using System.Globalization;

namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>Writes all runs with their accuracies, and the course of every layer under every estimator, as comma-separated values.</summary>
public static class RunTable
{
    public static void Write(string path, IReadOnlyList<QuantizedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("network,seed,attempts,train accuracy,test accuracy,estimator,layer,I(X;T) peak,I(X;T) end,I(T;Y) start,I(T;Y) end");
        foreach (QuantizedRun run in runs)
        {
            foreach (IMutualInformationEstimator estimator in run.Plane.Estimators)
            {
                foreach (LayerCourse course in LayerCourse.Of(run.Plane, estimator))
                {
                    writer.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"\"{run.System}\",{run.Seed},{run.Attempts},{run.TrainAccuracy:R},{run.TestAccuracy:R},\"{estimator}\",{course.Layer},{course.InputPeak:R},{course.InputEnd:R},{course.TargetStart:R},{course.TargetEnd:R}"));
                }
            }
        }
    }
}
