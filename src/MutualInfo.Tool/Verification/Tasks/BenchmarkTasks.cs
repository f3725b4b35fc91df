using static MutualInfo.Tool.Verification.Tasks.BaseDistributions;

namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>The 40 benchmark tasks, first version.</summary>
/// <remarks>Source: Czyż et al., "Beyond Normal: On the Evaluation of Mutual Information Estimators", NeurIPS 2023.</remarks>
internal static class BenchmarkTasks
{
    private const double Rho = 0.75;

    public static IReadOnlyList<BenchmarkTask> All { get; } =
    [
        Normal(1, "1v1-normal-0.75", Rho),
        Both(Normal(2, "normal_cdf-1v1-normal-0.75", Rho), Maps.NormalCdf),
        AdditiveUniform(3, "1v1-additive-0.1", 0.1),
        AdditiveUniform(4, "1v1-additive-0.75", 0.75),
        Normal(5, "1v1-bimodal-0.75", Rho) with { MapX = Maps.BimodalX, MapY = Maps.BimodalY },
        Normal(6, "wiggly-1v1-normal-0.75", Rho) with { MapX = Maps.WigglyX, MapY = Maps.WigglyY },
        Both(Normal(7, "half_cube-1v1-normal-0.75", Rho), Maps.HalfCube),
        Student(8, 1, 1),
        Both(Student(9, 1, 1, "asinh-"), Maps.Asinh),
        Normal(10, "swissroll_x-normal_cdf-1v1-normal-0.75", Rho) with
        {
            MapX = x => Maps.SwissRoll(Maps.NormalCdf(x)),
            MapY = Maps.NormalCdf,
        },
        Dense(11, 2),
        Dense(12, 3),
        Dense(13, 5),
        Dense(14, 25),
        Dense(15, 50),
        Sparse(16, 2),
        Sparse(17, 3),
        Sparse(18, 5),
        Sparse(19, 25),
        Student(20, 2, 1),
        Student(21, 2, 2),
        Student(22, 3, 2),
        Student(23, 3, 3),
        Student(24, 5, 2),
        Student(25, 5, 3),
        Both(Sparse(26, 3, "normal_cdf-"), Maps.NormalCdf),
        Both(Sparse(27, 5, "normal_cdf-"), Maps.NormalCdf),
        Both(Sparse(28, 25, "normal_cdf-"), Maps.NormalCdf),
        Both(Sparse(29, 3, "half_cube-"), Maps.HalfCube),
        Both(Sparse(30, 5, "half_cube-"), Maps.HalfCube),
        Both(Sparse(31, 25, "half_cube-"), Maps.HalfCube),
        Spirals(Sparse(32, 3, "spiral-")),
        Spirals(Sparse(33, 5, "spiral-")),
        Spirals(Sparse(34, 25, "spiral-")),
        Spirals(Both(Sparse(35, 3, "spiral-normal_cdf-"), Maps.NormalCdf)),
        Spirals(Both(Sparse(36, 5, "spiral-normal_cdf-"), Maps.NormalCdf)),
        Spirals(Both(Sparse(37, 25, "spiral-normal_cdf-"), Maps.NormalCdf)),
        Both(Student(38, 2, 1, "asinh-"), Maps.Asinh),
        Both(Student(39, 3, 2, "asinh-"), Maps.Asinh),
        Both(Student(40, 5, 2, "asinh-"), Maps.Asinh),
    ];

    private static BenchmarkTask Both(BenchmarkTask task, Func<double[], double[]> map) => task with { MapX = map, MapY = map };

    private static BenchmarkTask Spirals(BenchmarkTask task) =>
        task with { MapX = task.MapX.Then(Maps.Spiral(0, 1)), MapY = task.MapY.Then(Maps.Spiral(1, 2)) };
}
