using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Variational.Primitives;

/// <summary>
/// Means and deviations of n Gaussian noises, packed into tiles, feature-major, so that lanes run over samples.
/// </summary>
/// <remarks>
/// Every dimension is divided by the largest of its means and deviations: divergences do not change with the unit, and no
/// square of a number from 1e-150 to 1 leaves the range of a double.
/// </remarks>
internal sealed class NoiseTiles
{
    public const int TileSize = 64;

    private const double LeastShare = 1e-150;

    private readonly double[] _means;
    private readonly double[] _deviations;

    private NoiseTiles(int count, int dimension)
    {
        Count = count;
        Dimension = dimension;
        TileCount = (count + TileSize - 1) / TileSize;
        long packed = (long)TileCount * TileSize * dimension;
        if (packed > Array.MaxLength)
            Throw.OutOfRange("means", packed, FormattableString.Invariant($"at most {Array.MaxLength} numbers in {count} samples; use fewer samples or narrower codes"));
        _means = new double[packed];
        _deviations = new double[packed];
        LogDeviations = new double[TileCount * TileSize];
    }

    public int Count { get; }

    public int Dimension { get; }

    public int TileCount { get; }

    /// <summary>Gets Σ ln σ of every sample, with padding up to whole tiles.</summary>
    public double[] LogDeviations { get; }

    /// <exception cref="ArgumentException">A deviation is so small beside its dimension that its square would vanish.</exception>
    public static NoiseTiles Pack<T>(Samples<T> means, Samples<T> deviations) where T : unmanaged, IFloatingPointIeee754<T>
    {
        NoiseTiles tiles = new(means.Count, means.Dimension);

        // Padding computes along with the samples, and is thrown away; it must be no 0 that is divided by.
        Array.Fill(tiles._deviations, 1);
        for (int k = 0; k < tiles.Dimension; k++)
        {
            double scale = 0;
            for (int row = 0; row < tiles.Count; row++)
                scale = Math.Max(
                    scale, Math.Max(Math.Abs(double.CreateChecked(means[row][k])), double.CreateChecked(deviations[row][k])));
            for (int row = 0; row < tiles.Count; row++)
            {
                double deviation = double.CreateChecked(deviations[row][k]) / scale;
                if (deviation < LeastShare)
                {
                    Throw.Invalid(
                        nameof(deviations),
                        $"deviations[{row}][{k}] is {deviations[row][k]}, below {LeastShare} of the largest number of dimension {k}, {scale}. A code with that little noise is as good as exact: measure it with Estimators.ExactDiscrete.");
                }

                int at = tiles.At(row, k);
                tiles._means[at] = double.CreateChecked(means[row][k]) / scale;
                tiles._deviations[at] = deviation;
                tiles.LogDeviations[row] += Math.Log(deviation);
            }
        }

        return tiles;
    }

    public double Mean(int row, int k) => _means[At(row, k)];

    public double Deviation(int row, int k) => _deviations[At(row, k)];

    /// <summary>Gets feature k of the means of one tile.</summary>
    public ReadOnlySpan<double> Means(int tile, int k) => _means.AsSpan(((tile * Dimension) + k) * TileSize, TileSize);

    /// <summary>Gets feature k of the deviations of one tile.</summary>
    public ReadOnlySpan<double> Deviations(int tile, int k) => _deviations.AsSpan(((tile * Dimension) + k) * TileSize, TileSize);

    private int At(int row, int k) => (((row / TileSize * Dimension) + k) * TileSize) + (row % TileSize);
}
