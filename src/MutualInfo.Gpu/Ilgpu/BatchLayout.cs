using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Where everything of a batch lies on the device: matrices one behind the other, vectors as well, coordinates as each matrix has them.</summary>
internal sealed class BatchLayout
{
    public BatchLayout(IReadOnlyList<WeightedGram> batch, int side)
    {
        Places = new MatrixPlace[batch.Count];
        List<GramTile> tiles = [];
        long coordinates = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            WeightedGram gram = batch[i];
            Places[i] = new MatrixPlace(MatrixNumbers, gram.Size, Vectors);
            AddTiles(gram, Places[i], coordinates, side, tiles);
            MatrixNumbers += (long)gram.Size * gram.Size;
            Vectors += gram.Size;
            coordinates += gram.Coordinates.LongLength;
        }

        Tiles = [.. tiles];
        Weights = [.. batch.SelectMany(gram => gram.Weights)];
        Coordinates = new double[coordinates];
        long at = 0;
        foreach (WeightedGram gram in batch)
        {
            gram.Coordinates.CopyTo(Coordinates.AsMemory((int)at));
            at += gram.Coordinates.Length;
        }
    }

    public MatrixPlace[] Places { get; }

    public GramTile[] Tiles { get; }

    public double[] Coordinates { get; }

    public double[] Weights { get; }

    /// <summary>Gets the numbers of all matrices.</summary>
    public long MatrixNumbers { get; private set; }

    /// <summary>Gets the length of a vector that has an entry for every row of every matrix.</summary>
    public int Vectors { get; private set; }

    private static void AddTiles(WeightedGram gram, MatrixPlace place, long coordinates, int side, List<GramTile> tiles)
    {
        for (int row = 0; row < gram.Size; row += side)
        {
            for (int column = 0; column <= row; column += side)
                tiles.Add(new GramTile(row, column, place.Vectors, gram.Size, coordinates, gram.Dimension, place.Matrix));
        }
    }
}
