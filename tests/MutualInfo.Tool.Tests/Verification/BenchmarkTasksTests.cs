using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

public class BenchmarkTasksTests
{
    [Theory]
    [InlineData(1, "1v1-normal-0.75", 0.413339)]
    [InlineData(2, "normal_cdf-1v1-normal-0.75", 0.413339)]
    [InlineData(3, "1v1-additive-0.1", 1.709438)]
    [InlineData(4, "1v1-additive-0.75", 0.333333)]
    [InlineData(5, "1v1-bimodal-0.75", 0.413339)]
    [InlineData(6, "wiggly-1v1-normal-0.75", 0.413339)]
    [InlineData(7, "half_cube-1v1-normal-0.75", 0.413339)]
    [InlineData(8, "student-identity-1-1-1", 0.224171)]
    [InlineData(9, "asinh-student-identity-1-1-1", 0.224171)]
    [InlineData(10, "swissroll_x-normal_cdf-1v1-normal-0.75", 0.413339)]
    [InlineData(11, "multinormal-dense-2-2-0.5", 0.293893)]
    [InlineData(12, "multinormal-dense-3-3-0.5", 0.413339)]
    [InlineData(13, "multinormal-dense-5-5-0.5", 0.592812)]
    [InlineData(14, "multinormal-dense-25-25-0.5", 1.292184)]
    [InlineData(15, "multinormal-dense-50-50-0.5", 1.624265)]
    [InlineData(16, "multinormal-sparse-2-2-2-2.0", 1.021651)]
    [InlineData(17, "multinormal-sparse-3-3-2-2.0", 1.021651)]
    [InlineData(18, "multinormal-sparse-5-5-2-2.0", 1.021651)]
    [InlineData(19, "multinormal-sparse-25-25-2-2.0", 1.021651)]
    [InlineData(20, "student-identity-2-2-1", 0.431946)]
    [InlineData(21, "student-identity-2-2-2", 0.193147)]
    [InlineData(22, "student-identity-3-3-2", 0.290922)]
    [InlineData(23, "student-identity-3-3-3", 0.178712)]
    [InlineData(24, "student-identity-5-5-2", 0.448151)]
    [InlineData(25, "student-identity-5-5-3", 0.298544)]
    [InlineData(26, "normal_cdf-multinormal-sparse-3-3-2-2.0", 1.021651)]
    [InlineData(27, "normal_cdf-multinormal-sparse-5-5-2-2.0", 1.021651)]
    [InlineData(28, "normal_cdf-multinormal-sparse-25-25-2-2.0", 1.021651)]
    [InlineData(29, "half_cube-multinormal-sparse-3-3-2-2.0", 1.021651)]
    [InlineData(30, "half_cube-multinormal-sparse-5-5-2-2.0", 1.021651)]
    [InlineData(31, "half_cube-multinormal-sparse-25-25-2-2.0", 1.021651)]
    [InlineData(32, "spiral-multinormal-sparse-3-3-2-2.0", 1.021651)]
    [InlineData(33, "spiral-multinormal-sparse-5-5-2-2.0", 1.021651)]
    [InlineData(34, "spiral-multinormal-sparse-25-25-2-2.0", 1.021651)]
    [InlineData(35, "spiral-normal_cdf-multinormal-sparse-3-3-2-2.0", 1.021651)]
    [InlineData(36, "spiral-normal_cdf-multinormal-sparse-5-5-2-2.0", 1.021651)]
    [InlineData(37, "spiral-normal_cdf-multinormal-sparse-25-25-2-2.0", 1.021651)]
    [InlineData(38, "asinh-student-identity-2-2-1", 0.431946)]
    [InlineData(39, "asinh-student-identity-3-3-2", 0.290922)]
    [InlineData(40, "asinh-student-identity-5-5-2", 0.448151)]
    public void Truth_Task_IsPublishedValue(int number, string id, double printed)
    {
        BenchmarkTask task = BenchmarkTasks.All[number - 1];
        Assert.Equal(number, task.Number);
        Assert.Equal(id, task.Id);
        // Six printed digits: half a unit of the last one.
        Assert.Equal(printed, task.Truth, 0.5e-6 * 1.001);
    }

    [Fact]
    public void All_Tasks_AreForty()
    {
        Assert.Equal(40, BenchmarkTasks.All.Count);
        Assert.Equal(40, Baselines.ByTask.Count);
    }

    [Fact]
    public void Sample_SameSeed_IsTheSame()
    {
        foreach (BenchmarkTask task in BenchmarkTasks.All)
        {
            TaskSample first = task.Sample(20, new RandomSource(7));
            TaskSample second = task.Sample(20, new RandomSource(7));
            Assert.Equal(first.X.AsSamples().Values, second.X.AsSamples().Values);
            Assert.Equal(first.Y.AsSamples().Values, second.Y.AsSamples().Values);
        }
    }

    [Fact]
    public void Sample_EveryTask_IsFiniteAndOfItsDimension()
    {
        foreach (BenchmarkTask task in BenchmarkTasks.All)
        {
            TaskSample sample = task.Sample(200, new RandomSource(1));
            (double[] x, double[] y) = task.Base(new RandomSource(1));
            Assert.Equal(task.Number == 10 ? 2 : x.Length, sample.X.Dimension);
            Assert.Equal(y.Length, sample.Y.Dimension);
            foreach (double value in sample.X.AsSamples().Values)
                Assert.True(double.IsFinite(value));
            foreach (double value in sample.Y.AsSamples().Values)
                Assert.True(double.IsFinite(value));
        }
    }
}
