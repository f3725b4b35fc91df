using System.Buffers;
using System.Numerics;

namespace MutualInfo.Training;

/// <summary>
/// The matrix products A·B, Aᵀ·B and A·Bᵀ, which TensorPrimitives does not have, with lanes over the columns of the result.
/// </summary>
/// <remarks>
/// <para>
/// Every element is summed over the inner index in ascending order with one rounding a step (fused multiply-add), whichever tile
/// computes it, so its bits depend neither on the tiling nor on the width of the registers; small A·Bᵀ are the exception. One
/// thread: a batch of the 12-bit network takes microseconds, and of larger networks it is the seeds that run side by side.
/// </para>
/// <para>
/// Adding row after row with TensorPrimitives.MultiplyAdd was measured at three times the time of the tiles, both for a batch
/// of 256 through 12 → 10 and for 100 through 784 → 256: each sum then travels to memory and back at every step.
/// </para>
/// </remarks>
public static partial class Product
{
    /// <summary>Computes A·B.</summary>
    /// <param name="a">Shape <c>(m, k)</c>.</param>
    /// <param name="b">Shape <c>(k, n)</c>.</param>
    /// <param name="destination">Takes the shape <c>(m, n)</c>; neither a nor b.</param>
    public static void Of<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireEqual(a.Columns, b.Rows);
        RequireApart(a, b, destination);
        destination.Reshape(a.Rows, b.Columns);
        new Operands<T>(a, a.Columns, 1, b.Values, destination).Multiply(a.Rows, b.Columns, b.Rows);
    }

    /// <summary>Computes Aᵀ·B without transposing A.</summary>
    /// <param name="a">Shape <c>(k, m)</c>.</param>
    /// <param name="b">Shape <c>(k, n)</c>.</param>
    /// <param name="destination">Takes the shape <c>(m, n)</c>; neither a nor b.</param>
    public static void OfTransposed<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireEqual(a.Rows, b.Rows);
        RequireApart(a, b, destination);
        destination.Reshape(a.Columns, b.Columns);
        new Operands<T>(a, 1, a.Columns, b.Values, destination).Multiply(a.Columns, b.Columns, b.Rows);
    }

    /// <summary>Computes A·Bᵀ.</summary>
    /// <param name="a">Shape <c>(m, k)</c>.</param>
    /// <param name="b">Shape <c>(n, k)</c>.</param>
    /// <param name="destination">Takes the shape <c>(m, n)</c>; neither a nor b.</param>
    /// <remarks>
    /// Where n fills the tiles, B is transposed first: that is 1/(2m) of the work. Where it does not, lanes run along the inner
    /// index, and the last bits depend on their number.
    /// </remarks>
    public static void WithTransposed<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireEqual(a.Columns, b.Columns);
        RequireApart(a, b, destination);
        destination.Reshape(a.Rows, b.Rows);
        if (a.Rows < TileRows || b.Rows < 2 * Vector<T>.Count)
        {
            MultiplyDots(a, b, destination);
            return;
        }

        T[] transposed = ArrayPool<T>.Shared.Rent(b.Rows * b.Columns);
        b.TransposeInto(transposed);
        new Operands<T>(a, a.Columns, 1, transposed, destination).Multiply(a.Rows, b.Rows, a.Columns);
        ArrayPool<T>.Shared.Return(transposed);
    }

    private static void RequireEqual(int left, int right)
    {
        if (left != right)
            throw new ArgumentException($"The inner sizes differ: {left} and {right}. Check the widths of neighbouring layers.");
    }

    private static void RequireApart<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ReferenceEquals(destination, a) || ReferenceEquals(destination, b))
            throw new ArgumentException("The destination is one of the factors.", nameof(destination));
    }
}
