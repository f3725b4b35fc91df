using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Where everything of a batch lies on the device: matrices one behind the other, vectors as well, coordinates as each matrix has them.</summary>
internal sealed class BatchLayout
{
    public BatchLayout(IReadOnlyList<WeightedGram> batch, ReductionShape shape)
    {
        Places = new MatrixPlace[batch.Count];
        List<GramTile> tiles = [];
        long coordinates = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            WeightedGram gram = batch[i];
            Places[i] = new MatrixPlace(MatrixNumbers, gram.Size, Vectors, ProductSums, Forms);
            AddTiles(gram, Places[i], coordinates, shape.Side, tiles);
            MatrixNumbers += (long)gram.Size * gram.Size;
            Vectors += gram.Size;
            ProductSums += shape.ProductSums(gram.Size);
            Forms += shape.UpperTiles(gram.Size);
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

    /// <summary>Gets the partial sums of the products of all matrices with a vector.</summary>
    public long ProductSums { get; private set; }

    /// <summary>Gets the tiles of all matrices on and above their diagonals.</summary>
    public int Forms { get; private set; }

    private static void AddTiles(WeightedGram gram, MatrixPlace place, long coordinates, int side, List<GramTile> tiles)
    {
        for (int row = 0; row < gram.Size; row += side)
        {
            for (int column = row; column < gram.Size; column += side)
                tiles.Add(new GramTile(row, column, place.Vectors, gram.Size, coordinates, gram.Dimension, place.Matrix));
        }
    }
}
