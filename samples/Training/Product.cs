using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Training;

/// <summary>The matrix products A·B and Aᵀ·B, which TensorPrimitives does not have, with lanes over the columns of B.</summary>
/// <remarks>
/// <para>
/// Every element is summed over the inner index in ascending order with one rounding a step (fused multiply-add), whichever path
/// computes it, so its bits depend neither on the tiling nor on the width of the registers. One thread: the layers of the samples
/// are too small to share, and a batch of the 12-bit network takes microseconds.
/// </para>
/// <para>
/// Adding row after row with TensorPrimitives.MultiplyAdd was measured at three times the time of the tiles, both for a batch of 256
/// through 12 → 10 and for 100 through 784 → 256: each sum then travels to memory and back at every step.
/// </para>
/// </remarks>
public static partial class Product
{
    /// <summary>Rows of a tile. With two vectors a row it keeps eight sums in registers, enough to hide the latency of an addition.</summary>
    private const int TileRows = 4;

    /// <summary>Computes A·B.</summary>
    /// <param name="a">Shape <c>(m, k)</c>.</param>
    /// <param name="b">Shape <c>(k, n)</c>.</param>
    /// <param name="destination">Takes the shape <c>(m, n)</c>; neither a nor b.</param>
    public static void Of<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireEqual(a.Columns, b.Rows);
        Multiply(a, a.Rows, a.Columns, 1, b, destination);
    }

    /// <summary>Computes Aᵀ·B without transposing A.</summary>
    /// <param name="a">Shape <c>(k, m)</c>.</param>
    /// <param name="b">Shape <c>(k, n)</c>.</param>
    /// <param name="destination">Takes the shape <c>(m, n)</c>; neither a nor b.</param>
    public static void OfTransposed<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireEqual(a.Rows, b.Rows);
        Multiply(a, a.Columns, 1, a.Columns, b, destination);
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

    // Element (i, k) of the left factor lies at i·rowStride + k·innerStride.
    private static void Multiply<T>(Matrix<T> a, int rows, int rowStride, int innerStride, Matrix<T> b, Matrix<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireApart(a, b, destination);
        int inner = b.Rows, columns = b.Columns, width = Vector<T>.Count;
        destination.Reshape(rows, columns);
        var operands = new Operands<T>(a, rowStride, innerStride, b, destination);

        if (columns < width)
        {
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    operands.Element(i, j, inner);
            }

            return;
        }

        // The last tile of a row or column steps back so far that it fits: it computes some elements a second time, to the same bits.
        if (rows < TileRows || columns < 2 * width)
        {
            for (int j = 0; j < columns; j += width)
            {
                for (int i = 0; i < rows; i++)
                    operands.Strip(i, Math.Min(j, columns - width), inner);
            }

            return;
        }

        for (int j = 0; j < columns; j += 2 * width)
        {
            for (int i = 0; i < rows; i += TileRows)
                operands.Tile(Math.Min(i, rows - TileRows), Math.Min(j, columns - (2 * width)), inner);
        }
    }

    private readonly ref struct Operands<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly ref T _a;
        private readonly ref T _b;
        private readonly ref T _destination;
        private readonly nint _rowStride;
        private readonly nint _innerStride;
        private readonly nint _columns;

        public Operands(Matrix<T> a, int rowStride, int innerStride, Matrix<T> b, Matrix<T> destination)
        {
            _a = ref MemoryMarshal.GetReference(a.Values);
            _b = ref MemoryMarshal.GetReference(b.Values);
            _destination = ref MemoryMarshal.GetReference(destination.Values);
            _rowStride = rowStride;
            _innerStride = innerStride;
            _columns = b.Columns;
        }

        public void Element(int i, int j, int inner)
        {
            T sum = T.Zero;
            for (nint k = 0; k < inner; k++)
            {
                sum = T.FusedMultiplyAdd(
                    Unsafe.Add(ref _a, (i * _rowStride) + (k * _innerStride)), Unsafe.Add(ref _b, (k * _columns) + j), sum);
            }

            Unsafe.Add(ref _destination, (i * _columns) + j) = sum;
        }

        public void Strip(int i, int j, int inner)
        {
            Vector<T> sum = Vector<T>.Zero;
            ref T left = ref Unsafe.Add(ref _a, i * _rowStride);
            ref T right = ref Unsafe.Add(ref _b, j);
            for (int k = 0; k < inner; k++)
            {
                sum = Fused(new Vector<T>(left), Vector.LoadUnsafe(ref right), sum);
                left = ref Unsafe.Add(ref left, _innerStride);
                right = ref Unsafe.Add(ref right, _columns);
            }

            sum.StoreUnsafe(ref Unsafe.Add(ref _destination, (i * _columns) + j));
        }

        public void Tile(int i, int j, int inner)
        {
            Vector<T> s00 = Vector<T>.Zero, s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
            ref T left = ref Unsafe.Add(ref _a, i * _rowStride);
            ref T right = ref Unsafe.Add(ref _b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector<T> b0 = Vector.LoadUnsafe(ref right);
                Vector<T> b1 = Vector.LoadUnsafe(ref right, (nuint)Vector<T>.Count);
                var a0 = new Vector<T>(left);
                s00 = Fused(a0, b0, s00);
                s01 = Fused(a0, b1, s01);
                var a1 = new Vector<T>(Unsafe.Add(ref left, _rowStride));
                s10 = Fused(a1, b0, s10);
                s11 = Fused(a1, b1, s11);
                var a2 = new Vector<T>(Unsafe.Add(ref left, 2 * _rowStride));
                s20 = Fused(a2, b0, s20);
                s21 = Fused(a2, b1, s21);
                var a3 = new Vector<T>(Unsafe.Add(ref left, 3 * _rowStride));
                s30 = Fused(a3, b0, s30);
                s31 = Fused(a3, b1, s31);
                left = ref Unsafe.Add(ref left, _innerStride);
                right = ref Unsafe.Add(ref right, _columns);
            }

            ref T target = ref Unsafe.Add(ref _destination, (i * _columns) + j);
            Store(s00, s01, ref target);
            Store(s10, s11, ref Unsafe.Add(ref target, _columns));
            Store(s20, s21, ref Unsafe.Add(ref target, 2 * _columns));
            Store(s30, s31, ref Unsafe.Add(ref target, 3 * _columns));
        }

        private static void Store(Vector<T> first, Vector<T> second, ref T target)
        {
            first.StoreUnsafe(ref target);
            second.StoreUnsafe(ref target, (nuint)Vector<T>.Count);
        }
    }

    // Vector<T> has the fused operation for the two types only, not for T.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Fused<T>(Vector<T> x, Vector<T> y, Vector<T> addend) => typeof(T) == typeof(float)
        ? Vector.FusedMultiplyAdd(x.As<T, float>(), y.As<T, float>(), addend.As<T, float>()).As<float, T>()
        : Vector.FusedMultiplyAdd(x.As<T, double>(), y.As<T, double>(), addend.As<T, double>()).As<double, T>();
}
