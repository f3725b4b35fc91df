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

    private static readonly string[] _names = ["--activation", "--epochs", "--seed", "--out", "--threads"];

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
        foreach ((string name, string value) in ArgumentReader.Read(arguments, [], _names))
            options = options.With(name, value);
        return options;
    }

    private RunOptions With(string name, string value) => name switch
    {
        "--activation" => this with { Activation = ParseActivation(value) },
        "--epochs" => this with { Epochs = ArgumentReader.Whole(name, value, 1) },
        "--seed" => this with { Seed = ArgumentReader.Whole(name, value, 0) },
        "--threads" => this with { Threads = ArgumentReader.Whole(name, value, 1) },
        "--out" => this with { OutputFolder = value },
        _ => this with { IsHelpWanted = true },
    };

    private static ActivationFunction ParseActivation(string value) => value switch
    {
        "tanh" => ActivationFunction.Tanh,
        "relu" => ActivationFunction.Relu,
        _ => throw new FormatException($"--activation is {value}; expected tanh or relu."),
    };
}
