namespace MutualInfo.Hardware;

/// <summary>
/// Work in parts that do not depend on one another. Which thread does which part is nobody's concern, so
/// results cannot depend on it.
/// </summary>
internal interface IPartitionedWork
{
    /// <summary>Does one part. Called at most once for each part of a run, from any thread.</summary>
    void Execute(int part);
}
