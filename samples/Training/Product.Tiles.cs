using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Training;

/// <content>The tile of registers of any width, and what is left for products smaller than a tile.</content>
public static partial class Product
{
    /// <summary>
    /// Rows of a tile. With two vectors a row it keeps eight sums in registers, enough to hide the latency of an addition.
    /// </summary>
    private const int TileRows = 4;

    private readonly ref partial struct Operands<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly ref T _a;
        private readonly ref T _b;
        private readonly ref T _destination;
        private readonly nint _rowStride;
        private readonly nint _innerStride;
        private readonly nint _columns;

        /// <summary>
        /// Element (i, k) of A lies at <c>i · rowStride + k · innerStride</c>; B is row-major, as wide as the destination.
        /// </summary>
        public Operands(Matrix<T> a, int rowStride, int innerStride, ReadOnlySpan<T> b, Matrix<T> destination)
        {
            _a = ref MemoryMarshal.GetReference(a.Values);
            _b = ref MemoryMarshal.GetReference(b);
            _destination = ref MemoryMarshal.GetReference(destination.Values);
            _rowStride = rowStride;
            _innerStride = innerStride;
            _columns = destination.Columns;
        }

        public void Multiply(int rows, int columns, int inner)
        {
            int width = Vector<T>.Count;
            if (Vector512.IsHardwareAccelerated && rows >= WideRows && columns >= 2 * Vector512<T>.Count)
            {
                MultiplyWide(rows, columns, inner);
                return;
            }

            if (columns < width)
            {
                for (int i = 0; i < rows; i++)
                {
                    for (int j = 0; j < columns; j++)
                        Element(i, j, inner);
                }

                return;
            }

            // The last tile of a row or column steps back so far that it fits: it computes some elements a second time, to the
            // same bits.
            if (rows < TileRows || columns < 2 * width)
            {
                for (int j = 0; j < columns; j += width)
                {
                    for (int i = 0; i < rows; i++)
                        Strip(i, Math.Min(j, columns - width), inner);
                }

                return;
            }

            for (int j = 0; j < columns; j += 2 * width)
            {
                for (int i = 0; i < rows; i += TileRows)
                    Tile(Math.Min(i, rows - TileRows), Math.Min(j, columns - (2 * width)), inner);
            }
        }

        private void Element(int i, int j, int inner)
        {
            T sum = T.Zero;
            for (nint k = 0; k < inner; k++)
            {
                sum = T.FusedMultiplyAdd(
                    Unsafe.Add(ref _a, (i * _rowStride) + (k * _innerStride)), Unsafe.Add(ref _b, (k * _columns) + j), sum);
            }

            Unsafe.Add(ref _destination, (i * _columns) + j) = sum;
        }

        private void Strip(int i, int j, int inner)
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

        private void Tile(int i, int j, int inner)
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
