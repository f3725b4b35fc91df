namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>What an independent implementation of the same estimators gave for one task, in nats.</summary>
/// <param name="EqualWidth">10 bins of equal width in every coordinate, n = 10 000.</param>
/// <param name="EqualFrequency">10 bins of equal frequency in every coordinate, n = 10 000.</param>
/// <param name="KernelDensity">Kernel density of z-scored samples, σ = n^(−1/(4 + dx + dy)), n = 10 000.</param>
/// <param name="MatrixRenyi">Matrix Rényi of order 1.01, z-scored, σ = √d·n^(−1/(4 + d)), n = 2000.</param>
internal readonly record struct Baseline(double EqualWidth, double EqualFrequency, double KernelDensity, double MatrixRenyi);

/// <summary>The published run of that implementation, written in another language before this one and sharing no code with it.</summary>
/// <remarks>Means of three seeds for bins up to 5 + 5 dimensions, else one seed; three decimals.</remarks>
internal static class Baselines
{
    public static IReadOnlyDictionary<int, Baseline> ByTask { get; } = new Dictionary<int, Baseline>
    {
        [1] = new(0.364, 0.375, 0.415, 0.449),
        [2] = new(0.376, 0.375, 0.386, 0.409),
        [3] = new(1.335, 1.359, 1.289, 1.403),
        [4] = new(0.258, 0.242, 0.260, 0.313),
        [5] = new(0.362, 0.375, 0.388, 0.414),
        [6] = new(0.356, 0.375, 0.409, 0.441),
        [7] = new(0.279, 0.375, 0.407, 0.470),
        [8] = new(0.007, 0.151, 0.104, 0.266),
        [9] = new(0.149, 0.151, 0.243, 0.334),
        [10] = new(0.406, 0.405, 0.394, 0.445),
        [11] = new(0.372, 0.749, 0.376, 0.887),
        [12] = new(1.260, 4.010, 0.679, 1.629),
        [13] = new(5.636, 8.597, 1.639, 2.363),
        [14] = new(9.210, 9.209, 9.124, 1.985),
        [15] = new(9.210, 9.210, 9.210, 1.829),
        [16] = new(0.944, 1.262, 1.011, 1.373),
        [17] = new(1.782, 4.533, 1.196, 2.129),
        [18] = new(6.740, 9.079, 2.655, 3.197),
        [19] = new(9.210, 9.210, 9.209, 3.329),
        [20] = new(0.009, 0.753, 0.003, 0.228),
        [21] = new(0.036, 0.646, 0.202, 0.682),
        [22] = new(0.110, 4.296, 0.721, 1.354),
        [23] = new(0.185, 4.396, 0.882, 1.645),
        [24] = new(0.094, 8.898, 0.879, 1.560),
        [25] = new(0.520, 8.999, 1.725, 1.780),
        [26] = new(4.529, 4.533, 0.959, 1.785),
        [27] = new(9.076, 9.079, 2.240, 2.971),
        [28] = new(9.210, 9.210, 9.210, 3.382),
        [29] = new(0.969, 4.533, 1.190, 1.958),
        [30] = new(3.228, 9.079, 2.284, 2.767),
        [31] = new(9.210, 9.210, 9.196, 3.152),
        [32] = new(1.780, 4.523, 1.116, 2.107),
        [33] = new(6.729, 9.076, 2.642, 3.186),
        [34] = new(9.210, 9.210, 9.209, 3.328),
        [35] = new(3.448, 4.181, 0.917, 1.722),
        [36] = new(8.961, 9.037, 2.187, 2.916),
        [37] = new(9.210, 9.210, 9.210, 3.381),
        [38] = new(0.343, 0.753, 0.534, 1.055),
        [39] = new(1.186, 4.296, 0.864, 1.874),
        [40] = new(4.061, 8.898, 2.287, 2.820),
    };
}
