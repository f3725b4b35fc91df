using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

public class RecordingScheduleTests
{
    [Fact]
    public void Includes_Logarithmic_EqualsEnumerationOfTheRule()
    {
        const int last = 1_000_000;
        foreach (int perDecade in (ReadOnlySpan<int>)[1, 2, 3, 5, 7, 10, 20, 100, 1000])
        {
            HashSet<int> expected = [0];
            for (int i = 0; ; i++)
            {
                double epoch = Math.Round(Math.Pow(10, (double)i / perDecade));
                if (epoch > last)
                    break;
                expected.Add((int)epoch);
            }

            RecordingSchedule schedule = RecordingSchedule.Logarithmic(perDecade);
            for (int epoch = 0; epoch <= last; epoch++)
            {
                if (schedule.Includes(epoch) != expected.Contains(epoch))
                    Assert.Fail($"Epoch {epoch} at {perDecade} per decade: the rule says {expected.Contains(epoch)}.");
            }
        }
    }

    [Fact]
    public void Includes_LogarithmicForEveryDensity_EqualsEnumerationEarly()
    {
        for (int perDecade = 1; perDecade <= 400; perDecade++)
        {
            RecordingSchedule schedule = RecordingSchedule.Logarithmic(perDecade);
            IEnumerable<int> expected = Enumerable.Range(0, 4 * perDecade)
                .Select(i => (int)Math.Round(Math.Pow(10, (double)i / perDecade))).Where(epoch => epoch <= 1000).Prepend(0).Distinct();
            Assert.Equal(expected, Enumerable.Range(0, 1001).Where(schedule.Includes));
        }
    }

    [Fact]
    public void Includes_TwentyPerDecade_IsDenseEarly()
    {
        RecordingSchedule schedule = RecordingSchedule.Logarithmic();
        Assert.All(Enumerable.Range(0, 10), epoch => Assert.True(schedule.Includes(epoch)));
        Assert.Equal(20, Enumerable.Range(1001, 9000).Count(schedule.Includes));
        Assert.True(schedule.Includes(1_000_000_000));
        Assert.False(schedule.Includes(int.MaxValue));
    }

    [Fact]
    public void Includes_EveryEpochAndEveryThird_AreMultiples()
    {
        Assert.All(Enumerable.Range(0, 50), epoch => Assert.True(RecordingSchedule.EveryEpoch.Includes(epoch)));
        Assert.Equal([0, 3, 6, 9], Enumerable.Range(0, 11).Where(RecordingSchedule.Every(3).Includes));
        Assert.Equal(RecordingSchedule.EveryEpoch, RecordingSchedule.Every(1));
    }

    [Fact]
    public void Factories_OutOfRange_ThrowWithTheName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("k", () => RecordingSchedule.Every(0));
        Assert.Throws<ArgumentOutOfRangeException>("perDecade", () => RecordingSchedule.Logarithmic(0));
        Assert.Throws<ArgumentOutOfRangeException>("perDecade", () => RecordingSchedule.Logarithmic(100_001));
        Assert.Throws<ArgumentOutOfRangeException>("epoch", () => RecordingSchedule.EveryEpoch.Includes(-1));
    }

    [Fact]
    public void ToString_EachSchedule_SaysItInWords()
    {
        Assert.Equal("every epoch", RecordingSchedule.EveryEpoch.ToString());
        Assert.Equal("every 5 epochs", RecordingSchedule.Every(5).ToString());
        Assert.Equal("logarithmic, 20 epochs per decade", RecordingSchedule.Logarithmic(20).ToString());
    }
}
