using System.Globalization;
using MutualInfo.Recording;
using Spectre.Console;

namespace MutualInfo.InformationPlanes;

/// <summary>Says at the end what a run has shown.</summary>
public static class Summary
{
    public static void Write(IAnsiConsole console, RunResult result, IReadOnlyList<EstimatorFamily> families)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(families);
        (string Name, IReadOnlyList<LayerCourse> Layers)[] courses =
            [.. families.Select(family => (family.Name, LayerCourse.Of(result.Plane, family.Estimator)))];

        console.Write(Table("I(X;T) in bits, peak → end", courses, course => Text($"{course.InputPeak:0.0}→{course.InputEnd:0.0}")));
        console.Write(Table("I(T;Y) in bits, at the end", courses, course => Text($"{course.TargetEnd:0.00}")));
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"accuracy {result.TrainAccuracy:0.000} train, {result.TestAccuracy:0.000} test; loss {result.Loss:0.0000} nats; {result.TrainingTime.TotalSeconds:0.0} s training, {result.RecordingTime.TotalSeconds:0.0} s estimating at {result.Recordings} epochs");
        foreach (string line in Verdict(courses).Concat(Trust(result.Plane, families)))
            console.WriteLine(line);
    }

    /// <summary>Says in words whether the run fitted and compressed, by which definition.</summary>
    public static IEnumerable<string> Verdict(IReadOnlyList<(string Name, IReadOnlyList<LayerCourse> Layers)> courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        (string name, IReadOnlyList<LayerCourse> layers) = courses[0];
        LayerCourse output = layers[^1];
        string compressing = Layers(courses, course => course.Compresses);
        yield return Text(
            $"Fitting: {(output.Fits ? "yes" : "no")}, I({output.Layer};Y) went from {output.TargetStart:0.00} to {output.TargetEnd:0.00} bits by {name} (yes = a rise of more than {LayerCourse.Threshold} bits).");
        yield return Text(
            $"Compression: {(compressing.Length > 0 ? "yes, " + compressing : "no")} (yes = I(X;T) ends more than {LayerCourse.Threshold} bits below its peak).");
    }

    /// <summary>Says in words which numbers of the last epoch can be trusted, a line for each estimator, and whether the layers fit together.</summary>
    public static IEnumerable<string> Trust(InformationPlane plane, IReadOnlyList<EstimatorFamily> families)
    {
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentNullException.ThrowIfNull(families);
        int end = plane.Points.Max(point => point.Epoch);
        ILookup<IMutualInformationEstimator, LayerVerdict> verdicts =
            new InformationPlane(plane.Points.Where(point => point.Epoch == end)).Verdicts.ToLookup(verdict => verdict.Estimator);
        yield return "Can the numbers at the end be trusted?";
        foreach (EstimatorFamily family in families)
        {
            yield return $"  {family.Name} — " + string.Join("; ", verdicts[family.Estimator]
                .GroupBy(Words).Select(group => $"{string.Join(' ', group.Select(verdict => verdict.Layer))}: {group.Key}")) + ".";
        }

        PlaneFinding[] wrong = [.. plane.Findings.Where(finding => finding.IsExact)];
        foreach (PlaneFinding finding in wrong)
            yield return $"WRONG: {finding}";
        if (wrong.Length == 0)
            yield return "Between layers no theorem is broken (data processing of exact layers, ceilings, I(X;T) = H(T)).";
    }

    private static string Words(LayerVerdict verdict)
    {
        // Of a reason that the layer and its joints all give, the first says enough here.
        string reasons = string.Join(", ", verdict.Reasons.DistinctBy(reason => reason.Reason));
        return verdict.SilentPointCount > 0 ? $"nothing said ({reasons})" : verdict.Reasons.Count > 0 ? $"with caution ({reasons})" : "nothing against";
    }

    private static Table Table(
        string title, (string Name, IReadOnlyList<LayerCourse> Layers)[] courses, Func<LayerCourse, string> cell)
    {
        Table table = new Table().Border(TableBorder.Simple).Title(title).AddColumn(new TableColumn("").NoWrap());

        // Without padding on the right, six layers fit into a terminal of 80 columns.
        foreach (LayerCourse course in courses[0].Layers)
            table.AddColumn(new TableColumn(course.Layer).RightAligned().NoWrap().PadRight(0));
        foreach ((string name, IReadOnlyList<LayerCourse> layers) in courses)
            table.AddRow([name, .. layers.Select(cell)]);
        return table;
    }

    // "binning T4 T5 T6, KDE T5"
    private static string Layers(
        IReadOnlyList<(string Name, IReadOnlyList<LayerCourse> Layers)> courses, Func<LayerCourse, bool> condition) =>
        string.Join(", ", courses
            .Where(family => family.Layers.Any(condition))
            .Select(family => $"{family.Name} {string.Join(' ', family.Layers.Where(condition).Select(course => course.Layer))}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
