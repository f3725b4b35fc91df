using System.Runtime.ExceptionServices;

namespace MutualInfo.Hardware;

/// <summary>
/// A few coarse pieces of work over the team, as a loop reads: what fails first in the order of the parts is what the caller
/// sees.
/// </summary>
internal static class EachPart
{
    /// <summary>
    /// Calls the body once for each part. Every part is begun, so that which failure is thrown does not depend on threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static void Run(int parts, EstimationOptions options, Action<int> body)
    {
        if (parts == 1)
        {
            // No failure to choose between, and the body may use the team itself.
            options.CancellationToken.ThrowIfCancellationRequested();
            body(0);
            return;
        }

        Body work = new(parts, body);
        WorkerTeam.Shared.Run(work, parts, options);
        work.ThrowFirstFailure();
    }

    private sealed class Body(int parts, Action<int> body) : IPartitionedWork
    {
        private readonly ExceptionDispatchInfo?[] _failures = new ExceptionDispatchInfo?[parts];

        public void Execute(int part)
        {
            try
            {
                body(part);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _failures[part] = ExceptionDispatchInfo.Capture(failure);
            }
        }

        public void ThrowFirstFailure() => Array.Find(_failures, failure => failure is not null)?.Throw();
    }
}
