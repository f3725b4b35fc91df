using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Training;

/// <content>
/// A·Bᵀ where the result is too narrow for tiles: every row of A with every row of B, with lanes along the rows.
/// </content>
public static partial class Product
{
    private const int DotColumns = 2;

    private static void MultiplyDots<T>(Matrix<T> a, Matrix<T> b, Matrix<T> destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (a.Rows < TileRows || b.Rows < DotColumns || a.Columns < Vector<T>.Count)
        {
            for (int i = 0; i < a.Rows; i++)
            {
                for (int j = 0; j < b.Rows; j++)
                    destination[i][j] = OrderedSum.OfProducts<T>(a[i], b[j]);
            }

            return;
        }

        for (int j = 0; j < b.Rows; j += DotColumns)
        {
            for (int i = 0; i < a.Rows; i += TileRows)
                DotTile(a, Math.Min(i, a.Rows - TileRows), b, Math.Min(j, b.Rows - DotColumns), destination);
        }
    }

    private static void DotTile<T>(Matrix<T> a, int i, Matrix<T> b, int j, Matrix<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> s00 = Vector<T>.Zero, s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
        nuint stride = (nuint)a.Columns, width = (nuint)Vector<T>.Count;
        ref T left = ref MemoryMarshal.GetReference(a[i]);
        ref T right = ref MemoryMarshal.GetReference(b[j]);

        // Where the rows do not fill whole registers, the last step takes the last lanes of the row again and blanks what was
        // counted.
        Vector<T> mask = Vector<T>.AllBitsSet;
        for (nuint k = 0; k < stride; k += width)
        {
            if (k + width > stride)
            {
                mask = Vector.GreaterThanOrEqual(Vector<T>.Indices, Vector.Create(T.CreateTruncating(k + width - stride)));
                k = stride - width;
            }

            Vector<T> b0 = Vector.LoadUnsafe(ref right, k) & mask;
            Vector<T> b1 = Vector.LoadUnsafe(ref right, k + stride) & mask;
            Vector<T> a0 = Vector.LoadUnsafe(ref left, k) & mask;
            s00 = Fused(a0, b0, s00);
            s01 = Fused(a0, b1, s01);
            Vector<T> a1 = Vector.LoadUnsafe(ref left, k + stride) & mask;
            s10 = Fused(a1, b0, s10);
            s11 = Fused(a1, b1, s11);
            Vector<T> a2 = Vector.LoadUnsafe(ref left, k + (2 * stride)) & mask;
            s20 = Fused(a2, b0, s20);
            s21 = Fused(a2, b1, s21);
            Vector<T> a3 = Vector.LoadUnsafe(ref left, k + (3 * stride)) & mask;
            s30 = Fused(a3, b0, s30);
            s31 = Fused(a3, b1, s31);
        }

        ref T target = ref destination[i][j];
        nint columns = destination.Columns;
        target = Vector.Sum(s00);
        Unsafe.Add(ref target, 1) = Vector.Sum(s01);
        Unsafe.Add(ref target, columns) = Vector.Sum(s10);
        Unsafe.Add(ref target, columns + 1) = Vector.Sum(s11);
        Unsafe.Add(ref target, 2 * columns) = Vector.Sum(s20);
        Unsafe.Add(ref target, (2 * columns) + 1) = Vector.Sum(s21);
        Unsafe.Add(ref target, 3 * columns) = Vector.Sum(s30);
        Unsafe.Add(ref target, (3 * columns) + 1) = Vector.Sum(s31);
    }
}
