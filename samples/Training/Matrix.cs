using System.Numerics;

namespace MutualInfo.Training;

/// <summary>A row-major matrix that can change its shape and keeps its memory, so that a training loop does not allocate.</summary>
/// <remarks>
/// Inside a network, a matrix is <c>(features, samples)</c>: feature k of all samples of the batch is one contiguous row. Lanes then run
/// over samples, and a layer of width 3 fills a register as well as one of width 784. Data sets are <c>(samples, features)</c>, as
/// files hold them; <see cref="Data.Batches{T}"/> turns the one into the other.
/// </remarks>
public sealed class Matrix<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[] _values = [];

    /// <summary>Makes an empty matrix, to be shaped by whoever writes into it.</summary>
    public Matrix()
    {
    }

    public Matrix(int rows, int columns) => Reshape(rows, columns);

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public Span<T> Values => _values.AsSpan(0, Rows * Columns);

    public Span<T> this[int row] => Values.Slice(row * Columns, Columns);

    /// <summary>Sets the shape. What the matrix then holds is left over from before: write all of it.</summary>
    public void Reshape(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        int length = checked(rows * columns);
        if (_values.Length < length)
            _values = new T[length];
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Writes the transpose into another matrix, which takes its shape.</summary>
    public void TransposeInto(Matrix<T> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Reshape(Columns, Rows);
        TransposeInto(destination.Values);
    }

    /// <summary>Writes the transpose into a span of as many numbers.</summary>
    internal void TransposeInto(Span<T> destination)
    {
        // Block by block, so that the lines of memory that a column of the destination touches are still at hand for the next column.
        const int block = 16;
        ReadOnlySpan<T> source = Values;
        for (int rowBlock = 0; rowBlock < Rows; rowBlock += block)
        {
            int rowEnd = Math.Min(rowBlock + block, Rows);
            for (int column = 0; column < Columns; column++)
            {
                Span<T> target = destination[((column * Rows) + rowBlock)..((column * Rows) + rowEnd)];
                int from = (rowBlock * Columns) + column;
                for (int i = 0; i < target.Length; i++, from += Columns)
                    target[i] = source[from];
            }
        }
    }
}
