namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>One training run of several that may run at the same time.</summary>
/// <param name="Execute">
/// Runs on one thread and depends on nothing but its own seed. Tell the progress the share done, from 0 to 1; that is also where a run
/// is stopped, by an <see cref="OperationCanceledException"/>.
/// </param>
public sealed record Work<T>(Func<IProgress<double>, T> Execute)
{
    /// <summary>Gets how long it takes in proportion to the others, for the time left.</summary>
    public double Weight { get; init; } = 1;
}
