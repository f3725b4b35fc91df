using System.Globalization;
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
        foreach (string line in Verdict(courses))
            console.WriteLine(line);
    }

    /// <summary>Says in words whether the run fitted and compressed, by which definition, and which numbers say nothing.</summary>
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
        string saturated = Layers(courses, course => course.IsSaturated);
        if (saturated.Length > 0)
            yield return $"Saturated at the end, so that the number only counts the samples: {saturated}.";
    }

    private static Table Table(
        string title, (string Name, IReadOnlyList<LayerCourse> Layers)[] courses, Func<LayerCourse, string> cell)
    {
        Table table = new Table().Border(TableBorder.Simple).Title(title).AddColumn("");
        foreach (LayerCourse course in courses[0].Layers)
            table.AddColumn(new TableColumn(course.Layer).RightAligned().NoWrap());
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
