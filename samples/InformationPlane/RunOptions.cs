using System.Globalization;

namespace MutualInfo.InformationPlanes;

/// <summary>What the command line asks for.</summary>
public sealed record RunOptions
{
    public const string Help = """
        Trains the 12-10-7-5-4-3-2 network on the 12-bit data of Shwartz-Ziv and Tishby, estimates I(X;T) and I(T;Y)
        of every layer through training with every estimator family, and writes plane.csv and plane.svg.

        Options:
          --activation tanh|relu  the hidden layers' activation function (default tanh)
          --epochs N              epochs of training, at least 1 (default 4000)
          --seed S                seed of split, weights and batches, 0 or more (default 1); equal seeds give equal bits
          --out DIR               where the files go (default ./out)
          --threads N             threads for the estimates, at least 1 (default: all cores); the numbers do not depend on it
          --help                  this text
        """;

    public ActivationFunction Activation { get; init; } = ActivationFunction.Tanh;

    public int Epochs { get; init; } = 4000;

    /// <summary>Gets how many recordings each tenfold of epochs has. What a user waits for is these, not the training.</summary>
    public int RecordingsPerDecade { get; init; } = 10;

    public int Seed { get; init; } = 1;

    public string OutputFolder { get; init; } = "./out";

    /// <summary>Gets the threads for the estimates; −1 for all cores.</summary>
    public int Threads { get; init; } = -1;

    public bool IsHelpWanted { get; init; }

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>.</summary>
    /// <exception cref="FormatException">An option is unknown, has no value, or a value that does not fit; the message says which.</exception>
    public static RunOptions Parse(IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var options = new RunOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? argument : argument[..equals];
            if (name is "--help" or "-h" or "-?" && equals < 0)
            {
                options = options with { IsHelpWanted = true };
                continue;
            }

            if (name is not ("--activation" or "--epochs" or "--seed" or "--out" or "--threads"))
                throw new FormatException($"There is no option {name}.");
            string? value = equals >= 0 ? argument[(equals + 1)..] : rest.TryDequeue(out string? next) ? next : null;
            if (string.IsNullOrEmpty(value))
                throw new FormatException($"{name} needs a value.");
            options = options.With(name, value);
        }

        return options;
    }

    private RunOptions With(string name, string value) => name switch
    {
        "--activation" => this with { Activation = ParseActivation(value) },
        "--epochs" => this with { Epochs = ParseWhole(name, value, 1) },
        "--seed" => this with { Seed = ParseWhole(name, value, 0) },
        "--threads" => this with { Threads = ParseWhole(name, value, 1) },
        _ => this with { OutputFolder = value },
    };

    private static ActivationFunction ParseActivation(string value) => value switch
    {
        "tanh" => ActivationFunction.Tanh,
        "relu" => ActivationFunction.Relu,
        _ => throw new FormatException($"--activation is {value}; expected tanh or relu."),
    };

    private static int ParseWhole(string name, string value, int least) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least
            ? number
            : throw new FormatException($"{name} is {value}; expected a whole number from {least} to {int.MaxValue}.");
}
