using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Training;

/// <content>
/// The tile of 512-bit registers, for processors that have them; the same sums in the same order as the tile of any width.
/// </content>
public static partial class Product
{
    /// <summary>
    /// Rows of a wide tile. With two vectors a row it keeps 16 of the 32 registers busy: twice what the latency needs.
    /// </summary>
    private const int WideRows = 8;

    private readonly ref partial struct Operands<T>
    {
        /// <summary>Covers the whole product with wide tiles: two vectors wide, and one wide for the last columns.</summary>
        public void MultiplyWide(int rows, int columns, int inner)
        {
            int width = Vector512<T>.Count;
            for (int j = 0; j < columns;)
            {
                // What is left is at most one vector: a full tile would compute a register of it twice.
                bool isNarrow = columns - j <= width;
                int at = Math.Min(j, columns - (isNarrow ? width : 2 * width));
                for (int i = 0; i < rows; i += WideRows)
                {
                    if (isNarrow)
                        WideStrip(Math.Min(i, rows - WideRows), at, inner);
                    else
                        WideTile(Math.Min(i, rows - WideRows), at, inner);
                }

                j += isNarrow ? width : 2 * width;
            }
        }

        private void WideTile(int i, int j, int inner)
        {
            WidePair<T> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
            ref T left = ref Unsafe.Add(ref _a, i * _rowStride);
            ref T right = ref Unsafe.Add(ref _b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector512<T> b0 = Vector512.LoadUnsafe(ref right), b1 = Vector512.LoadUnsafe(ref right, (nuint)Vector512<T>.Count);
                s0.Add(Vector512.Create(left), b0, b1);
                s1.Add(Vector512.Create(Unsafe.Add(ref left, _rowStride)), b0, b1);
                s2.Add(Vector512.Create(Unsafe.Add(ref left, 2 * _rowStride)), b0, b1);
                s3.Add(Vector512.Create(Unsafe.Add(ref left, 3 * _rowStride)), b0, b1);
                s4.Add(Vector512.Create(Unsafe.Add(ref left, 4 * _rowStride)), b0, b1);
                s5.Add(Vector512.Create(Unsafe.Add(ref left, 5 * _rowStride)), b0, b1);
                s6.Add(Vector512.Create(Unsafe.Add(ref left, 6 * _rowStride)), b0, b1);
                s7.Add(Vector512.Create(Unsafe.Add(ref left, 7 * _rowStride)), b0, b1);
                left = ref Unsafe.Add(ref left, _innerStride);
                right = ref Unsafe.Add(ref right, _columns);
            }

            ref T target = ref Unsafe.Add(ref _destination, (i * _columns) + j);
            s0.Store(ref target);
            s1.Store(ref Unsafe.Add(ref target, _columns));
            s2.Store(ref Unsafe.Add(ref target, 2 * _columns));
            s3.Store(ref Unsafe.Add(ref target, 3 * _columns));
            s4.Store(ref Unsafe.Add(ref target, 4 * _columns));
            s5.Store(ref Unsafe.Add(ref target, 5 * _columns));
            s6.Store(ref Unsafe.Add(ref target, 6 * _columns));
            s7.Store(ref Unsafe.Add(ref target, 7 * _columns));
        }

        private void WideStrip(int i, int j, int inner)
        {
            Vector512<T> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
            ref T left = ref Unsafe.Add(ref _a, i * _rowStride);
            ref T right = ref Unsafe.Add(ref _b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector512<T> b = Vector512.LoadUnsafe(ref right);
                s0 = Fused(Vector512.Create(left), b, s0);
                s1 = Fused(Vector512.Create(Unsafe.Add(ref left, _rowStride)), b, s1);
                s2 = Fused(Vector512.Create(Unsafe.Add(ref left, 2 * _rowStride)), b, s2);
                s3 = Fused(Vector512.Create(Unsafe.Add(ref left, 3 * _rowStride)), b, s3);
                s4 = Fused(Vector512.Create(Unsafe.Add(ref left, 4 * _rowStride)), b, s4);
                s5 = Fused(Vector512.Create(Unsafe.Add(ref left, 5 * _rowStride)), b, s5);
                s6 = Fused(Vector512.Create(Unsafe.Add(ref left, 6 * _rowStride)), b, s6);
                s7 = Fused(Vector512.Create(Unsafe.Add(ref left, 7 * _rowStride)), b, s7);
                left = ref Unsafe.Add(ref left, _innerStride);
                right = ref Unsafe.Add(ref right, _columns);
            }

            ref T target = ref Unsafe.Add(ref _destination, (i * _columns) + j);
            s0.StoreUnsafe(ref target);
            s1.StoreUnsafe(ref Unsafe.Add(ref target, _columns));
            s2.StoreUnsafe(ref Unsafe.Add(ref target, 2 * _columns));
            s3.StoreUnsafe(ref Unsafe.Add(ref target, 3 * _columns));
            s4.StoreUnsafe(ref Unsafe.Add(ref target, 4 * _columns));
            s5.StoreUnsafe(ref Unsafe.Add(ref target, 5 * _columns));
            s6.StoreUnsafe(ref Unsafe.Add(ref target, 6 * _columns));
            s7.StoreUnsafe(ref Unsafe.Add(ref target, 7 * _columns));
        }
    }

    /// <summary>The sums of one row of a wide tile.</summary>
    /// <remarks>
    /// It takes the number of A as a vector, so that the compiler loads and spreads it in one instruction. A scalar spread in a
    /// register would occupy one of the two units that multiply, half again the time of the whole product.
    /// </remarks>
    private struct WidePair<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        private Vector512<T> _first;
        private Vector512<T> _second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<T> a, Vector512<T> b0, Vector512<T> b1)
        {
            _first = Fused(a, b0, _first);
            _second = Fused(a, b1, _second);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(ref T target)
        {
            _first.StoreUnsafe(ref target);
            _second.StoreUnsafe(ref target, (nuint)Vector512<T>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Fused<T>(Vector512<T> a, Vector512<T> b, Vector512<T> addend) => typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(a.As<T, float>(), b.As<T, float>(), addend.As<T, float>()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.As<T, double>(), b.As<T, double>(), addend.As<T, double>()).As<double, T>();
}
