using MutualInfo.Hardware;

namespace MutualInfo.Tests.Hardware;

/// <summary>Every piece of every step is done once, and before the next step begins, by however many threads.</summary>
public class SteppedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void RunStep_AnyNumberOfThreads_DoesEachPieceOnce(int threads)
    {
        Counting work = new(steps: 2000, failAt: -1);
        for (int repeat = 0; repeat < 3; repeat++)
        {
            work.Go(threads);
            Assert.Equal(2000, work.StepsDone);
        }
    }

    [Fact]
    public void RunStep_PieceThrows_ReachesTheCallerAndTheNextRunWorks()
    {
        Counting failing = new(steps: 50, failAt: 20);
        Assert.Throws<InvalidOperationException>(() => failing.Go(3));
        Counting working = new(steps: 50, failAt: -1);
        working.Go(3);
        Assert.Equal(50, working.StepsDone);
    }

    private sealed class Counting(int steps, int failAt) : SteppedWork(5)
    {
        private readonly int[] _calls = new int[5];
        private int _step;

        public int StepsDone { get; private set; }

        public void Go(int threads) => Run(5, new EstimationOptions { MaxDegreeOfParallelism = threads });

        protected override void Lead()
        {
            StepsDone = 0;
            for (_step = 0; _step < steps; _step++)
            {
                // The number of pieces goes up and down.
                int pieces = 1 + _step % 5;
                Array.Clear(_calls);
                RunStep(pieces);
                for (int piece = 0; piece < 5 && failAt < 0; piece++)
                    Assert.Equal(piece < pieces ? 1 : 0, _calls[piece]);
                StepsDone++;
            }
        }

        protected override void ExecutePiece(int piece)
        {
            if (_step == failAt)
                throw new InvalidOperationException();
            Interlocked.Increment(ref _calls[piece]);
        }
    }
}
