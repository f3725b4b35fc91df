namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>What a reproduction is given: its size and seeds, a way to run many trainings at once, and a place for its files.</summary>
public sealed class ReproductionContext
{
    private readonly IProgress<IRunStatus> _progress;
    private readonly int _threads;
    private readonly string _folder;
    private readonly CancellationToken _cancellation;
    private readonly List<string> _files = [];

    /// <param name="options">What the command line asks for.</param>
    /// <param name="seedCount">The number of seeds.</param>
    /// <param name="folder">The folder of the files, which is there.</param>
    /// <param name="progress">Hears where the runs stand.</param>
    /// <param name="cancellation">Stops the runs.</param>
    public ReproductionContext(
        ReproductionOptions options, int seedCount, string folder, IProgress<IRunStatus> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        Size = options.Size;
        Seeds = [.. Enumerable.Range(0, seedCount).Select(i => unchecked(options.FirstSeed + i) & int.MaxValue)];
        MnistFolder = options.MnistFolder;
        Estimation = new EstimationOptions { MaxDegreeOfParallelism = 1, CancellationToken = cancellation };
        _threads = options.Threads;
        _folder = folder;
        _progress = progress;
        _cancellation = cancellation;
    }

    public RunSize Size { get; }

    /// <summary>Gets the seeds, one for each repeat of every system.</summary>
    public IReadOnlyList<int> Seeds { get; }

    /// <summary>Gets the folder of MNIST; null where images are to be generated.</summary>
    public string? MnistFolder { get; }

    /// <summary>Gets how to estimate inside a run: on its own thread, as the runs themselves share the cores.</summary>
    public EstimationOptions Estimation { get; }

    /// <summary>Gets the files written so far.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Picks what fits the size.</summary>
    public T At<T>(T ci, T quick, T full) => Size switch
    {
        RunSize.Ci => ci,
        RunSize.Quick => quick,
        _ => full,
    };

    /// <summary>Runs works beside each other, one thread each, and gives their results in the order of the works.</summary>
    /// <param name="stage">What they are, for the progress: "training".</param>
    /// <param name="works">The works.</param>
    /// <exception cref="OperationCanceledException">The program was stopped.</exception>
    public IReadOnlyList<T> RunAll<T>(string stage, IReadOnlyList<Work<T>> works) =>
        new Stage<T>(stage, works, _progress, _cancellation).Run(_threads);

    /// <summary>Runs one work a seed; see <see cref="RunAll{T}"/>.</summary>
    public IReadOnlyList<T> RunSeeds<T>(string stage, Func<int, IProgress<double>, T> execute) =>
        RunAll(stage, [.. Seeds.Select(seed => new Work<T>(progress => execute(seed, progress)))]);

    /// <summary>Writes a file of the reproduction; write them last, so that a run that was stopped leaves none.</summary>
    /// <param name="name">The name, such as <c>plane.svg</c>.</param>
    /// <param name="write">Writes it, given its path.</param>
    public void WriteFile(string name, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string path = Path.Combine(_folder, name);
        write(path);
        _files.Add(path);
    }
}
