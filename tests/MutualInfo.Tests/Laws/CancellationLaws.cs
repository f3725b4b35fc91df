namespace MutualInfo.Tests.Laws;

/// <summary>Cancellation: before any work, within 100 ms of a running estimate at n = 4096, and nothing left behind.</summary>
public partial class CancellationLaws
{
    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    [BackendTheory, MemberData(nameof(All))]
    public void Estimate_TokenAlreadyCancelled_ThrowsItBeforeAnyWork(string name)
    {
        Observations data = DataSets.Related(1, 40, 3);
        IMutualInformationEstimator estimator = Specimens.Named(name).For(data);
        EstimationOptions cancelled = TestBackend.Options with { CancellationToken = new CancellationToken(true), Progress = new Listener(_ => Assert.Fail("Work was reported.")) };
        Observations labels = data with { X = Variable.Labels(new long[40]), Y = Variable.Labels(new long[40]) };
        foreach (Observations call in (Observations[])[data, data with { X = labels.X }, data with { Y = labels.Y }, labels])
        {
            OperationCanceledException stopped = Assert.Throws<OperationCanceledException>(() => estimator.Estimate(call, cancelled));
            Assert.Equal(cancelled.CancellationToken, stopped.CancellationToken);
        }
    }

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }
}
