namespace MutualInfo.Peers.Contender;

/// <summary>One piece of work with its data ready: what is timed, and what its last run has answered.</summary>
/// <param name="Run">The timed part.</param>
/// <param name="Answer">The numbers to compare with those of the peers, in the order that their works have.</param>
internal sealed record Work(Action Run, Func<double[]> Answer);
