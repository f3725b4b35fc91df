namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>What the command line asks of a reproduction.</summary>
public sealed record ReproductionOptions
{
    public const string Help = """
        Options:
          --quick        at most two minutes on two cores; the default
          --full         the paper's own epochs and repeats
          --ci           some seconds; every claim that is asserted must hold, or the program exits with 3
          --seeds K      how many seeds are run, at least 1; one core each
          --seed S       the first seed, 0 or more (default 1); equal seeds give equal bits
          --mnist DIR    the folder of MNIST's four idx files, packed (.gz) or not; without it images are generated
          --out DIR      where the files go (default ./out/COMMAND)
          --threads N    runs at the same time, at least 1 (default: all cores); the numbers do not depend on it
          --help         this text
        """;

    private static readonly string[] _flags = ["--quick", "--full", "--ci"];
    private static readonly string[] _names = ["--seeds", "--seed", "--mnist", "--out", "--threads"];

    public RunSize Size { get; init; } = RunSize.Quick;

    /// <summary>Gets the number of seeds; null for what the reproduction takes at this size.</summary>
    public int? SeedCount { get; init; }

    public int FirstSeed { get; init; } = 1;

    /// <summary>Gets the folder of MNIST; null for generated images.</summary>
    public string? MnistFolder { get; init; }

    /// <summary>Gets the folder of the files; null for <c>./out/COMMAND</c>.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Gets the runs at the same time; −1 for all cores.</summary>
    public int Threads { get; init; } = -1;

    public bool IsHelpWanted { get; init; }

    /// <summary>Reads the options.</summary>
    /// <exception cref="FormatException">An option is unknown, has no value, or a value that does not fit; the message says which.</exception>
    public static ReproductionOptions Parse(IEnumerable<string> arguments)
    {
        var options = new ReproductionOptions();
        string size = "";
        foreach ((string name, string value) in ArgumentReader.Read(arguments, _flags, _names))
        {
            if (_flags.Contains(name))
            {
                if (size.Length > 0 && size != name)
                    throw new FormatException($"{size} and {name} exclude each other; give one.");
                size = name;
            }

            options = options.With(name, value);
        }

        return options;
    }

    private ReproductionOptions With(string name, string value) => name switch
    {
        "--quick" => this with { Size = RunSize.Quick },
        "--full" => this with { Size = RunSize.Full },
        "--ci" => this with { Size = RunSize.Ci },
        "--seeds" => this with { SeedCount = ArgumentReader.Whole(name, value, 1) },
        "--seed" => this with { FirstSeed = ArgumentReader.Whole(name, value, 0) },
        "--mnist" => this with { MnistFolder = value },
        "--out" => this with { OutputFolder = value },
        "--threads" => this with { Threads = ArgumentReader.Whole(name, value, 1) },
        _ => this with { IsHelpWanted = true },
    };
}
