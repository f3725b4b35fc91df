using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>
/// The squared distances between 4 × 4 samples, the registers of one thread. A group of l × l threads holds those of 4l × 4l samples; thread
/// (x, y) those of the rows y, y + l, y + 2l, y + 3l and of the columns x, x + l, …, so that neighbours read neighbouring numbers.
/// </summary>
/// <remarks>
/// Differences are taken directly, not by ‖x‖² + ‖y‖² − 2x·y, which cancels for samples that are close: the same accuracy as on the CPU for a
/// second operation. Sixteen named numbers, since an array of them would lie in slow memory.
/// </remarks>
internal struct PairTile
{
    /// <summary>The features that are staged at a time.</summary>
    public const int Depth = 8;

    /// <summary>The most samples of one side: what the shared memory is reserved for.</summary>
    public const int LargestSide = 64;

    /// <summary>What the features of a stage are apart beyond the samples of a side: the threads that fill it then meet different banks.</summary>
    public const int Padding = 4;

    /// <summary>The numbers of a stage: what the shared memory is reserved for.</summary>
    public const int StageLength = (LargestSide + Padding) * Depth;

    /// <summary>The samples of one side that a thread takes.</summary>
    public const int SamplesOfLane = 4;

    public double D00, D01, D02, D03;
    public double D10, D11, D12, D13;
    public double D20, D21, D22, D23;
    public double D30, D31, D32, D33;

    /// <summary>Copies a stripe of features of a tile's samples into shared memory, feature after feature; 0 beyond the end of either.</summary>
    /// <param name="coordinates">All samples, row-major.</param>
    /// <param name="dimension">The features of a sample.</param>
    /// <param name="first">The first sample of the tile.</param>
    /// <param name="end">Where the samples of its group end.</param>
    /// <param name="feature">The first feature of the stripe.</param>
    /// <param name="side">The samples of a side of the tile.</param>
    /// <param name="stage">Receives feature k of sample i at k·(side + padding) + i.</param>
    public static void Stage<T>(ArrayView<T> coordinates, int dimension, int first, int end, int feature, int side, ArrayView<T> stage)
        where T : unmanaged
    {
        for (int at = Group.IdxY * Group.DimX + Group.IdxX; at < side * Depth; at += Group.DimX * Group.DimY)
        {
            int sample = first + at / Depth;
            int k = feature + at % Depth;
            T value = default;
            if (sample < end && k < dimension)
                value = coordinates[(long)sample * dimension + k];
            stage[at % Depth * (side + Padding) + at / Depth] = value;
        }
    }

    /// <summary>Adds the squared differences of one staged stripe.</summary>
    public void Add(ArrayView<double> rows, ArrayView<double> columns)
    {
        int lanes = Group.DimX;
        for (int k = 0; k < Depth; k++)
        {
            int row = k * (SamplesOfLane * lanes + Padding) + Group.IdxY;
            int column = k * (SamplesOfLane * lanes + Padding) + Group.IdxX;
            double a0 = rows[row], a1 = rows[row + lanes], a2 = rows[row + 2 * lanes], a3 = rows[row + 3 * lanes];
            double b0 = columns[column], b1 = columns[column + lanes], b2 = columns[column + 2 * lanes], b3 = columns[column + 3 * lanes];
            D00 += (a0 - b0) * (a0 - b0);
            D01 += (a0 - b1) * (a0 - b1);
            D02 += (a0 - b2) * (a0 - b2);
            D03 += (a0 - b3) * (a0 - b3);
            D10 += (a1 - b0) * (a1 - b0);
            D11 += (a1 - b1) * (a1 - b1);
            D12 += (a1 - b2) * (a1 - b2);
            D13 += (a1 - b3) * (a1 - b3);
            D20 += (a2 - b0) * (a2 - b0);
            D21 += (a2 - b1) * (a2 - b1);
            D22 += (a2 - b2) * (a2 - b2);
            D23 += (a2 - b3) * (a2 - b3);
            D30 += (a3 - b0) * (a3 - b0);
            D31 += (a3 - b1) * (a3 - b1);
            D32 += (a3 - b2) * (a3 - b2);
            D33 += (a3 - b3) * (a3 - b3);
        }
    }
}
