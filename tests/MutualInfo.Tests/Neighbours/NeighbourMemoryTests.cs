using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

/// <summary>Repeated estimates hold on to nothing, whether they end or are cancelled: X6 and X7.</summary>
[Collection(nameof(Alone))]
public class NeighbourMemoryTests
{
    private readonly Observations _data = DataSets.Related(3, 400, 3);

    [Fact]
    public void Estimate_ManyTimes_GrowsNoMemory()
    {
        Call(20);
        long before = GC.GetTotalMemory(true);
        Call(100);
        // One list of neighbours that was kept from each call would be 3 MB.
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 400_000);
    }

    [Fact]
    public void Estimate_AfterACancellation_GivesTheSameBits()
    {
        double expected = Estimators.Kraskov().Estimate(_data).Value.Nats;
        using CancellationTokenSource source = new();
        EstimationOptions stopping = new() { CancellationToken = source.Token, Progress = new Stopper(source) };
        Assert.Throws<OperationCanceledException>(() => Estimators.Kraskov().Estimate(_data, stopping));
        Law.SameBits("I", expected, Estimators.Kraskov().Estimate(_data).Value.Nats);
    }

    [Fact]
    public void Estimate_TokenAlreadyCancelled_ThrowsItBeforeAnyWork()
    {
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        Assert.Throws<OperationCanceledException>(() => Estimators.Kraskov().Estimate(_data, cancelled));
        Assert.Throws<OperationCanceledException>(() => Estimators.Ross().Estimate(_data.X.Samples, Symbols.FromLabels(new int[400]), cancelled));
        Assert.Throws<OperationCanceledException>(() => Estimators.Kraskov().EstimateAll(_data.X.Samples, _data.Y.Samples, [3], cancelled));
    }

    private void Call(int times)
    {
        EstimationOptions one = new() { MaxDegreeOfParallelism = 1 };
        Symbols labels = Symbols.FromRows(_data.Y.Map(Math.Round).Samples);
        for (int i = 0; i < times; i++)
        {
            Estimators.Kraskov().Estimate(_data, one);
            Estimators.Ross().Estimate(_data.X.Samples, labels, one);
        }
    }

    private sealed class Stopper(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }
}
