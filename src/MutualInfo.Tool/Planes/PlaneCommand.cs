using System.CommandLine;
using MutualInfo.Recording;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Planes;

/// <summary><c>mutualinfo plane</c>: the information plane of a training run from files.</summary>
internal static class PlaneCommand
{
    public static Command Create()
    {
        Option<string> activations = new("--activations")
        {
            Description = "The folder of the run, with DIR/epoch_00010/layer1.npy and so on: the epoch is the number in the folder's name, the layer the file's name.",
            HelpName = "DIR",
            Required = true,
        };
        Option<VariableSource> labels = CommonOptions.Source("--labels", "The labels Y, one for each sample. [default: the inputs, as for an autoencoder]", isRequired: false);
        Option<VariableSource> inputs = CommonOptions.Source("--inputs", "The inputs X. [default: distinct, all inputs differ]", isRequired: false);
        Option<VariableRole> inputsAs = CommonOptions.Role("--inputs-as", "X");
        Option<EstimatorSpec[]> estimators = CommonOptions.Estimators();
        Option<string> folder = new("--out")
        {
            Description = "The folder for plane.csv, plane.svg and plane.html; it is made where it is missing.",
            HelpName = "DIR",
            Required = true,
        };
        Option<int> threads = CommonOptions.Threads();
        Option<string> backend = CommonOptions.Backend();

        Command command = new("plane", "Record an information plane: I(X;T) and I(T;Y) of every layer T at every epoch of a training run.")
        {
            activations, labels, inputs, inputsAs, estimators, folder, threads, backend,
        };
        CommandRun.SetAction(command, (parse, cancellation) =>
        {
            RefuseContradictions(parse.GetValue(estimators)!, parse.GetValue(labels));
            using ChosenBackend chosen = ChosenBackend.Open(parse.GetValue(backend));
            TextWriter error = parse.InvocationConfiguration.Error;
            PlaneRequest request = new(
                ActivationFolder.List(parse.GetValue(activations)!, text => error.WriteLine($"warning: {text}.")),
                parse.GetValue(labels),
                parse.GetValue(inputs) ?? new VariableSource(VariableSource.DistinctWord),
                parse.GetValue(inputsAs),
                parse.GetValue(estimators)!,
                CommonOptions.ToEstimationOptions(parse.GetValue(threads), chosen.Backend, cancellation));
            InformationPlane plane = Terminal.Watch(error, request.Record);
            // The files say nothing of it. What counts symbols runs on the CPU, whatever was chosen.
            if (chosen.IsGpu && plane.Points.Any(point => point.Input.Diagnostics.Backend == chosen.Backend.Name))
                error.WriteLine($"computed on {chosen.Backend.Name}");
            foreach (string warning in PlaneWarnings.Of(plane, request.Labels is null))
                error.WriteLine($"warning: {warning}");

            string path = parse.GetValue(folder)!;
            Directory.CreateDirectory(path);
            foreach (string file in Write(plane, path))
                parse.InvocationConfiguration.Output.WriteLine(file);
            return ExitCode.Success;
        });
        return command;
    }

    private static void RefuseContradictions(EstimatorSpec[] specs, VariableSource? labels)
    {
        if (labels is { IsDistinct: true })
            throw new UsageException("--labels is 'distinct'; a file of labels is expected. Without --labels, Y is the inputs.");
        if (Array.Find(specs, spec => spec.SigmaX is not null) is { } pair)
            throw new UsageException($"{pair}: sigma-x and sigma-y have no meaning in a plane, where a layer is y to the inputs and x to the labels; give sigma or bandwidth.");
        if (specs.GroupBy(spec => spec.Canonical).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UsageException($"the estimator {twice.Key} is given {twice.Count()} times; once is expected.");
    }

    /// <summary>Writes the three files, and says where they are.</summary>
    private static IEnumerable<string> Write(InformationPlane plane, string folder)
    {
        string csv = Path.Combine(folder, "plane.csv");
        plane.WriteCsv(csv);
        yield return csv;
        string svg = Path.Combine(folder, "plane.svg");
        plane.WriteSvg(svg);
        yield return svg;
        string html = Path.Combine(folder, "plane.html");
        using (StreamWriter writer = new(html))
            HtmlPlane.Write(plane, writer);
        yield return html;
    }
}
