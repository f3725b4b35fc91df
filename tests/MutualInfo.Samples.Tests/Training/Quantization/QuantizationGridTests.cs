using MutualInfo.Training.Quantization;

namespace MutualInfo.SampleTests.Training.Quantization;

public class QuantizationGridTests
{
    // 2 bits over [−1, 2]: step (2 + 1)/3 = 1 and the grid −1, 0, 1, 2 needs no nudge. Middles go up: ⌊(−0.5 + 1)/1 + 0.5⌋ = 1, which is 0.
    [Fact]
    public void Quantize_TwoBitsByHand_RoundsToTheGridAndClips()
    {
        var grid = new QuantizationGrid<double>(-1, 2, 2);
        Assert.Equal((1.0, -1.0, 2.0), (grid.Step, grid.Low, grid.High));
        Assert.Equal([-1.0, -1, 0, 0, 0, 1, 2, 2], Quantized(grid, -7, -0.6, -0.5, -0.1, 0.4, 1.2, 1.5, 9));
    }

    // 2 bits over [−1, 5]: step 2, and 0 would lie at 0.5 steps; half away from 0 moves it to 1, so the range is nudged to [−2, 4].
    [Fact]
    public void Constructor_ZeroBetweenTwoValues_IsNudgedOntoTheGrid()
    {
        var grid = new QuantizationGrid<double>(-1, 5, 2);
        Assert.Equal((2.0, -2.0, 4.0), (grid.Step, grid.Low, grid.High));
        Assert.Equal([0.0, 0, 4], Quantized(grid, 0, 0.9, 5));
    }

    // TensorFlow's operation, given a range above 0, begins its grid at 0 and keeps the width.
    [Fact]
    public void Constructor_RangeAboveZero_BeginsAtZero()
    {
        var grid = new QuantizationGrid<double>(3, 6, 2);
        Assert.Equal((1.0, 0.0, 3.0), (grid.Step, grid.Low, grid.High));
    }

    // The inputs 0 and 1 over [−6, 6] with 8 bits: step 12/255, zero at 128 steps, and 1 is 21.25 steps, which become 21.
    [Fact]
    public void Quantize_NetworkInputs_KeepZeroAndMoveOne()
    {
        var grid = new QuantizationGrid<float>(-6, 6, 8);
        float[] moved = new float[2];
        grid.Quantize([0, 1], moved);
        Assert.Equal(0, moved[0]);
        Assert.Equal(21 * 12 / 255f, moved[1], 1e-6f);    // a rounding of sums of order 6
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Quantize_ManyValues_GivesAtMostTwoToTheBits(int bits)
    {
        var random = new Random(bits);
        float[] values = [.. Enumerable.Range(0, 10_000).Select(_ => (float)((3 * random.NextDouble()) - 1))];
        float[] moved = new float[values.Length];
        var grid = new QuantizationGrid<float>(-1, 2, bits);
        grid.Quantize(values, moved);
        Assert.Equal(1 << bits, moved.Distinct().Count());

        // Half a step for the rounding, and half more at the ends for the nudge.
        Assert.All(values.Zip(moved), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1.0001f * grid.Step));
        float[] again = new float[moved.Length];
        grid.Quantize(moved, again);
        Assert.Equal(moved, again);
    }

    [Fact]
    public void Quantize_RangeWithoutWidth_LeavesValues() =>
        Assert.Equal([0.25, 7], Quantized(new QuantizationGrid<double>(0.25, 0.25, 8), 0.25, 7));

    // Straight through from end to end, both included; nothing where the value was clipped.
    [Fact]
    public void PassThrough_ValuesOutside_AreBlanked()
    {
        double[] passed = new double[5];
        new QuantizationGrid<double>(-1, 2, 2).PassThrough([-1.01, -1, 0.3, 2, 2.01], [1, 2, 3, 4, 5], passed);
        Assert.Equal([0.0, 2, 3, 4, 0], passed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void Constructor_WrongBits_AreRefused(int bits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantizationGrid<float>(0, 1, bits));

    [Fact]
    public void Constructor_RangeThatIsNone_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantizationGrid<float>(1, 0, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantizationGrid<float>(float.NaN, 1, 8));
    }

    // Values before and after TensorFlow's own operation, with the range of the values themselves; see reference/results.json.
    [SharedFact]
    public void Quantize_ReferenceLayer_EqualsTheOriginalBitByBit()
    {
        float[] raw = NpyFile.ReadSingle(SharedFolder.FileAt("reference/c28_fakequant8_tanh_n1024_d5_T_raw.npy"));
        float[] expected = NpyFile.ReadSingle(SharedFolder.FileAt("reference/c28_fakequant8_tanh_n1024_d5_T.npy"));
        int[] levels = NpyFile.ReadInt32(SharedFolder.FileAt("reference/c28_fakequant8_tanh_n1024_d5_levels.npy"));
        var grid = new QuantizationGrid<float>(raw.Min(), raw.Max(), 8);
        float[] moved = new float[raw.Length];
        grid.Quantize(raw, moved);
        Assert.Equal(expected, moved);
        Assert.Equal(levels, Array.ConvertAll(moved, value => (int)Math.Round((value - grid.Low) / grid.Step)));
    }

    private static double[] Quantized(QuantizationGrid<double> grid, params double[] values)
    {
        double[] moved = new double[values.Length];
        grid.Quantize(values, moved);
        return moved;
    }
}
