using System.Xml.Linq;
using MutualInfo.InformationPlanes;
using Spectre.Console;

namespace MutualInfo.SampleTests.InformationPlanes;

/// <summary>The program from its arguments to its files, in its smallest form: one epoch, recorded before and after.</summary>
public sealed class AppTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void Run_OneEpoch_WritesRepeatableFilesAndPlainLines()
    {
        string nested = Path.Combine(_folder, "new", "folder");
        Assert.Equal(App.Succeeded, Run(["--epochs", "1", "--seed", "7", "--out", nested]));
        Assert.Equal("", _errors.ToString());
        Assert.DoesNotContain('\u001b', _output.ToString());
        Assert.DoesNotContain('\r', _output.ToString().Replace(Environment.NewLine, "\n", StringComparison.Ordinal));
        Assert.Contains("epoch 1/1, loss 0.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Fitting: no", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(Path.Combine(nested, "plane.csv"), _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(Path.Combine(nested, "plane.svg")).Root!.Name.LocalName);

        // Six estimators, six layers, epochs 0 and 1; the time is the only thing that may differ between runs, and is the last column.
        string[] table = WithoutSeconds(File.ReadAllText(Path.Combine(nested, "plane.csv")));
        Assert.Equal(1 + (6 * 6 * 2), table.Length);
        var same = new RunOptions { Epochs = 1, Seed = 7, Threads = 1 };
        Assert.Equal(table, Table(same));
        Assert.NotEqual(table, Table(same with { Seed = 8 }));
        Assert.NotEqual(table, Table(same with { Activation = ActivationFunction.Relu }));
    }

    [Fact]
    public void Run_Help_ListsTheOptionsAndMakesNoFolder()
    {
        Assert.Equal(App.Succeeded, Run(["--help", "--out", _folder]));
        Assert.Contains("--activation tanh|relu", _output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Run_WrongOption_IsMisuse()
    {
        Assert.Equal(App.Misused, Run(["--epochs", "many", "--out", _folder]));
        Assert.Equal("--epochs is many; expected a whole number from 1 to 2147483647. --help lists the options.", _errors.ToString().Trim());
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Run_UnknownCommand_IsMisuseAndNamesTheCommands()
    {
        Assert.Equal(App.Misused, Run(["deep"]));
        Assert.StartsWith("There is no command deep; expected shallow, quantized, adaptive", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ShallowByName_ReadsTheSameOptions()
    {
        Assert.Equal(App.Misused, Run(["shallow", "--epochs", "many"]));
        Assert.StartsWith("--epochs is many;", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HelpOfACommand_IsItsOwn()
    {
        Assert.Equal(App.Succeeded, Run(["quantized", "--help", "--out", _folder]));
        Assert.Contains("fake-quantised", _output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Run_OutputFolderIsAFile_FailsBeforeTraining()
    {
        Directory.CreateDirectory(_folder);
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(App.Failed, Run(["--out", file]));
        Assert.StartsWith("The files cannot be written: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_StopsWithoutFiles()
    {
        Assert.Equal(App.Stopped, Run(["--out", _folder], new CancellationToken(canceled: true)));
        Assert.Equal("Stopped; no file was written.", _errors.ToString().Trim());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private int Run(string[] arguments, CancellationToken cancellation = default)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = 1000;
        return App.Run(arguments, console, _errors, cancellation);
    }

    private static string[] Table(RunOptions options)
    {
        using var writer = new StringWriter();
        TrainingRun.Execute(options, new Progress<RunStatus>(), CancellationToken.None).Plane.WriteCsv(writer);
        return WithoutSeconds(writer.ToString());
    }

    private static string[] WithoutSeconds(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.LastIndexOf(',')])];
}
