using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>
/// The squared distances between 8 × 8 samples in single precision, the registers of one thread: four squares of 4 × 4. A group of l × l threads
/// holds those of 8l × 8l samples; thread (x, y) those of the rows y, y + l, … and of the columns x, x + l, ….
/// </summary>
/// <remarks>Twice as wide as <see cref="PairTile"/>: single precision is computed faster than shared memory would deliver it to 4 × 4.</remarks>
internal struct SinglePairTile
{
    /// <summary>The samples of one side that a thread takes.</summary>
    public const int SamplesOfLane = 8;

    /// <summary>The most samples of one side: what the shared memory is reserved for.</summary>
    public const int LargestSide = 128;

    /// <summary>The numbers of a stage.</summary>
    public const int StageLength = (LargestSide + PairTile.Padding) * PairTile.Depth;

    /// <summary>The first four rows with the first four columns, and so on.</summary>
    public SinglePairs First, FirstWithSecond, SecondWithFirst, Second;

    /// <summary>Adds the squared differences of one staged stripe.</summary>
    public void Add(ArrayView<float> rows, ArrayView<float> columns)
    {
        int lanes = Group.DimX;
        for (int k = 0; k < PairTile.Depth; k++)
        {
            int row = k * (SamplesOfLane * lanes + PairTile.Padding) + Group.IdxY;
            int column = k * (SamplesOfLane * lanes + PairTile.Padding) + Group.IdxX;
            float a0 = rows[row], a1 = rows[row + lanes], a2 = rows[row + 2 * lanes], a3 = rows[row + 3 * lanes];
            float a4 = rows[row + 4 * lanes], a5 = rows[row + 5 * lanes], a6 = rows[row + 6 * lanes], a7 = rows[row + 7 * lanes];
            float b0 = columns[column], b1 = columns[column + lanes], b2 = columns[column + 2 * lanes], b3 = columns[column + 3 * lanes];
            First.Add(a0, a1, a2, a3, b0, b1, b2, b3);
            SecondWithFirst.Add(a4, a5, a6, a7, b0, b1, b2, b3);
            float b4 = columns[column + 4 * lanes], b5 = columns[column + 5 * lanes], b6 = columns[column + 6 * lanes], b7 = columns[column + 7 * lanes];
            FirstWithSecond.Add(a0, a1, a2, a3, b4, b5, b6, b7);
            Second.Add(a4, a5, a6, a7, b4, b5, b6, b7);
        }
    }
}

/// <summary>The squared distances between 4 × 4 samples in single precision. Sixteen named numbers: an array of them would lie in slow memory.</summary>
internal struct SinglePairs
{
    public float D00, D01, D02, D03;
    public float D10, D11, D12, D13;
    public float D20, D21, D22, D23;
    public float D30, D31, D32, D33;

    /// <summary>Adds the squared differences of four rows and four columns in one feature.</summary>
    public void Add(float a0, float a1, float a2, float a3, float b0, float b1, float b2, float b3)
    {
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
