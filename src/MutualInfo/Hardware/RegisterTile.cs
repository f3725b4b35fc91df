using System.Runtime.CompilerServices;

namespace MutualInfo.Hardware;

/// <summary>
/// The register-tiled product: four rows of A times a few vectors of columns of B, summed over k without leaving the registers.
/// </summary>
/// <remarks>
/// <c>C[r, c] += Σₖ A[r, k]·B[k, c]</c> for r below 4, where A(r, k) is <c>a[r·aRow + k·aStep]</c>, B(k, c) is <c>b[k·bStep +
/// c]</c> and C(r, c) is <c>c[r·cRow + c]</c>. Any strides of A will do, since its numbers are broadcast one by one: packed
/// panels, rows as they lie, or columns. Each entry of C is one chain of multiply-adds over k ascending, so its bits depend
/// neither on the tile's shape nor on its place.
/// </remarks>
/// <typeparam name="TLanes">The width.</typeparam>
/// <typeparam name="TVector">Its vector.</typeparam>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class RegisterTile<TLanes, TVector, T>
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>
    /// Gets the vectors in a row of a tile: as many as the registers hold beside one row of B and one number of A.
    /// </summary>
    public static int Vectors => TLanes.HasManyRegisters ? 4 : 2;

    /// <summary>Gets the columns of a tile: 32 doubles for 512 bits, 8 for 256.</summary>
    public static int Columns => Vectors * TLanes.Count;

    /// <summary>C += A·B on one tile of <see cref="Rows"/> × <see cref="Columns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(int depth, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow)
    {
        if (TLanes.HasManyRegisters)
            FourByFour(depth, a, aRow, aStep, b, bStep, c, cRow);
        else
            FourByTwo(depth, a, aRow, aStep, b, bStep, c, cRow);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void FourByFour(int depth, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow)
    {
        int w = TLanes.Count;
        T* c1 = c + cRow;
        T* c2 = c1 + cRow;
        T* c3 = c2 + cRow;
        TVector s00 = TLanes.Load(c), s01 = TLanes.Load(c + w), s02 = TLanes.Load(c + 2 * w), s03 = TLanes.Load(c + 3 * w);
        TVector s10 = TLanes.Load(c1), s11 = TLanes.Load(c1 + w), s12 = TLanes.Load(c1 + 2 * w), s13 = TLanes.Load(c1 + 3 * w);
        TVector s20 = TLanes.Load(c2), s21 = TLanes.Load(c2 + w), s22 = TLanes.Load(c2 + 2 * w), s23 = TLanes.Load(c2 + 3 * w);
        TVector s30 = TLanes.Load(c3), s31 = TLanes.Load(c3 + w), s32 = TLanes.Load(c3 + 2 * w), s33 = TLanes.Load(c3 + 3 * w);
        T* a1 = a + aRow;
        T* a2 = a1 + aRow;
        T* a3 = a2 + aRow;
        for (int k = 0; k < depth; k++)
        {
            TVector b0 = TLanes.Load(b), b1 = TLanes.Load(b + w), b2 = TLanes.Load(b + 2 * w), b3 = TLanes.Load(b + 3 * w);
            TVector own = TLanes.Create(*a);
            s00 = TLanes.MultiplyAdd(own, b0, s00);
            s01 = TLanes.MultiplyAdd(own, b1, s01);
            s02 = TLanes.MultiplyAdd(own, b2, s02);
            s03 = TLanes.MultiplyAdd(own, b3, s03);
            own = TLanes.Create(*a1);
            s10 = TLanes.MultiplyAdd(own, b0, s10);
            s11 = TLanes.MultiplyAdd(own, b1, s11);
            s12 = TLanes.MultiplyAdd(own, b2, s12);
            s13 = TLanes.MultiplyAdd(own, b3, s13);
            own = TLanes.Create(*a2);
            s20 = TLanes.MultiplyAdd(own, b0, s20);
            s21 = TLanes.MultiplyAdd(own, b1, s21);
            s22 = TLanes.MultiplyAdd(own, b2, s22);
            s23 = TLanes.MultiplyAdd(own, b3, s23);
            own = TLanes.Create(*a3);
            s30 = TLanes.MultiplyAdd(own, b0, s30);
            s31 = TLanes.MultiplyAdd(own, b1, s31);
            s32 = TLanes.MultiplyAdd(own, b2, s32);
            s33 = TLanes.MultiplyAdd(own, b3, s33);
            a += aStep;
            a1 += aStep;
            a2 += aStep;
            a3 += aStep;
            b += bStep;
        }

        TLanes.Store(s00, c);
        TLanes.Store(s01, c + w);
        TLanes.Store(s02, c + 2 * w);
        TLanes.Store(s03, c + 3 * w);
        TLanes.Store(s10, c1);
        TLanes.Store(s11, c1 + w);
        TLanes.Store(s12, c1 + 2 * w);
        TLanes.Store(s13, c1 + 3 * w);
        TLanes.Store(s20, c2);
        TLanes.Store(s21, c2 + w);
        TLanes.Store(s22, c2 + 2 * w);
        TLanes.Store(s23, c2 + 3 * w);
        TLanes.Store(s30, c3);
        TLanes.Store(s31, c3 + w);
        TLanes.Store(s32, c3 + 2 * w);
        TLanes.Store(s33, c3 + 3 * w);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(int depth, T* a, nint aRow, nint aStep, T* b, nint bStep, T* c, nint cRow)
    {
        int w = TLanes.Count;
        T* c1 = c + cRow;
        T* c2 = c1 + cRow;
        T* c3 = c2 + cRow;
        TVector s00 = TLanes.Load(c), s01 = TLanes.Load(c + w);
        TVector s10 = TLanes.Load(c1), s11 = TLanes.Load(c1 + w);
        TVector s20 = TLanes.Load(c2), s21 = TLanes.Load(c2 + w);
        TVector s30 = TLanes.Load(c3), s31 = TLanes.Load(c3 + w);
        T* a1 = a + aRow;
        T* a2 = a1 + aRow;
        T* a3 = a2 + aRow;
        for (int k = 0; k < depth; k++)
        {
            TVector b0 = TLanes.Load(b), b1 = TLanes.Load(b + w);
            TVector own = TLanes.Create(*a);
            s00 = TLanes.MultiplyAdd(own, b0, s00);
            s01 = TLanes.MultiplyAdd(own, b1, s01);
            own = TLanes.Create(*a1);
            s10 = TLanes.MultiplyAdd(own, b0, s10);
            s11 = TLanes.MultiplyAdd(own, b1, s11);
            own = TLanes.Create(*a2);
            s20 = TLanes.MultiplyAdd(own, b0, s20);
            s21 = TLanes.MultiplyAdd(own, b1, s21);
            own = TLanes.Create(*a3);
            s30 = TLanes.MultiplyAdd(own, b0, s30);
            s31 = TLanes.MultiplyAdd(own, b1, s31);
            a += aStep;
            a1 += aStep;
            a2 += aStep;
            a3 += aStep;
            b += bStep;
        }

        TLanes.Store(s00, c);
        TLanes.Store(s01, c + w);
        TLanes.Store(s10, c1);
        TLanes.Store(s11, c1 + w);
        TLanes.Store(s20, c2);
        TLanes.Store(s21, c2 + w);
        TLanes.Store(s30, c3);
        TLanes.Store(s31, c3 + w);
    }
}
