using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Sums over the features of four samples against a few vectors of samples, in registers.</summary>
/// <remarks>
/// Both operands are panels of <see cref="PackedSamples{T}"/>. An entry is a chain of additions over the features ascending,
/// begun at 0 for every slab of features, and the slabs' chains are added in order: its bits depend neither on the width nor on
/// where the tile lies, and its rounding grows with the length of a slab and the number of slabs, not with d.
/// </remarks>
internal static unsafe class PairTile<TForm, TLanes, TVector, T>
    where TForm : IPairForm
    where TLanes : ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Gets the columns of a tile: 32 doubles for 512 bits, 8 for 256.</summary>
    public static int Columns => (TLanes.HasManyRegisters ? 4 : 2) * TLanes.Count;

    /// <summary>Sums one slab of features of a tile.</summary>
    /// <param name="features">The features of the slab.</param>
    /// <param name="rows">The first of four neighbouring samples of a panel, at the slab's first feature.</param>
    /// <param name="columns">The first sample of the columns, at the same feature.</param>
    /// <param name="step">From one feature to the next, in both panels.</param>
    /// <param name="tile">The sums of the tile, in a block.</param>
    /// <param name="slab">The number of the slab: the first one writes the sums, later ones add to them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sum(int features, T* rows, T* columns, nint step, T* tile, int slab)
    {
        if (TLanes.HasManyRegisters)
            FourByFour(features, rows, columns, step, tile, slab);
        else
            FourByTwo(features, rows, columns, step, tile, slab);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void FourByFour(int features, T* rows, T* columns, nint step, T* tile, int slab)
    {
        int w = TLanes.Count;
        nint row = PairBlock<T>.RowStride;
        TVector zero = TLanes.Create(default);
        TVector s00 = zero, s01 = zero, s02 = zero, s03 = zero, s10 = zero, s11 = zero, s12 = zero, s13 = zero;
        TVector s20 = zero, s21 = zero, s22 = zero, s23 = zero, s30 = zero, s31 = zero, s32 = zero, s33 = zero;
        for (int k = 0; k < features; k++)
        {
            TVector b0 = TLanes.Load(columns), b1 = TLanes.Load(columns + w), b2 = TLanes.Load(columns + 2 * w), b3 = TLanes.Load(columns + 3 * w);
            TVector own = TLanes.Create(rows[0]);
            s00 = TForm.Add<TLanes, TVector, T>(own, b0, s00);
            s01 = TForm.Add<TLanes, TVector, T>(own, b1, s01);
            s02 = TForm.Add<TLanes, TVector, T>(own, b2, s02);
            s03 = TForm.Add<TLanes, TVector, T>(own, b3, s03);
            own = TLanes.Create(rows[1]);
            s10 = TForm.Add<TLanes, TVector, T>(own, b0, s10);
            s11 = TForm.Add<TLanes, TVector, T>(own, b1, s11);
            s12 = TForm.Add<TLanes, TVector, T>(own, b2, s12);
            s13 = TForm.Add<TLanes, TVector, T>(own, b3, s13);
            own = TLanes.Create(rows[2]);
            s20 = TForm.Add<TLanes, TVector, T>(own, b0, s20);
            s21 = TForm.Add<TLanes, TVector, T>(own, b1, s21);
            s22 = TForm.Add<TLanes, TVector, T>(own, b2, s22);
            s23 = TForm.Add<TLanes, TVector, T>(own, b3, s23);
            own = TLanes.Create(rows[3]);
            s30 = TForm.Add<TLanes, TVector, T>(own, b0, s30);
            s31 = TForm.Add<TLanes, TVector, T>(own, b1, s31);
            s32 = TForm.Add<TLanes, TVector, T>(own, b2, s32);
            s33 = TForm.Add<TLanes, TVector, T>(own, b3, s33);
            rows += step;
            columns += step;
        }

        Put(s00, s01, tile, slab);
        Put(s02, s03, tile + 2 * w, slab);
        Put(s10, s11, tile + row, slab);
        Put(s12, s13, tile + row + 2 * w, slab);
        Put(s20, s21, tile + 2 * row, slab);
        Put(s22, s23, tile + 2 * row + 2 * w, slab);
        Put(s30, s31, tile + 3 * row, slab);
        Put(s32, s33, tile + 3 * row + 2 * w, slab);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(int features, T* rows, T* columns, nint step, T* tile, int slab)
    {
        int w = TLanes.Count;
        nint row = PairBlock<T>.RowStride;
        TVector zero = TLanes.Create(default);
        TVector s00 = zero, s01 = zero, s10 = zero, s11 = zero, s20 = zero, s21 = zero, s30 = zero, s31 = zero;
        for (int k = 0; k < features; k++)
        {
            TVector b0 = TLanes.Load(columns), b1 = TLanes.Load(columns + w);
            TVector own = TLanes.Create(rows[0]);
            s00 = TForm.Add<TLanes, TVector, T>(own, b0, s00);
            s01 = TForm.Add<TLanes, TVector, T>(own, b1, s01);
            own = TLanes.Create(rows[1]);
            s10 = TForm.Add<TLanes, TVector, T>(own, b0, s10);
            s11 = TForm.Add<TLanes, TVector, T>(own, b1, s11);
            own = TLanes.Create(rows[2]);
            s20 = TForm.Add<TLanes, TVector, T>(own, b0, s20);
            s21 = TForm.Add<TLanes, TVector, T>(own, b1, s21);
            own = TLanes.Create(rows[3]);
            s30 = TForm.Add<TLanes, TVector, T>(own, b0, s30);
            s31 = TForm.Add<TLanes, TVector, T>(own, b1, s31);
            rows += step;
            columns += step;
        }

        Put(s00, s01, tile, slab);
        Put(s10, s11, tile + row, slab);
        Put(s20, s21, tile + 2 * row, slab);
        Put(s30, s31, tile + 3 * row, slab);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector first, TVector second, T* target, int slab)
    {
        if (slab > 0)
        {
            first = TLanes.Add(TLanes.Load(target), first);
            second = TLanes.Add(TLanes.Load(target + TLanes.Count), second);
        }

        TLanes.Store(first, target);
        TLanes.Store(second, target + TLanes.Count);
    }
}
