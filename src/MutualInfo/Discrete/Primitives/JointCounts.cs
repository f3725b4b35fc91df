using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>How often pairs of symbols occur: the joint histogram, of which an entropy needs no codes.</summary>
internal static class JointCounts
{
    public static unsafe CountsOfCounts Of(Symbols x, Symbols y, EstimationOptions options)
    {
        // Where one variable tells all samples apart, so does the pair.
        if (x.AreDistinct || y.AreDistinct)
            return CountsOfCounts.Distinct(x.Count);
        if (DenseCells.AreFew((long)x.AlphabetSize * y.AlphabetSize, x.Count))
            return DenseCells.CountPairs(x, y, options.CancellationToken);
        fixed (int* ofX = x.Codes, ofY = y.Codes)
            return RowInterner.Count(new Pairs(ofX, ofY, x.Count), options);
    }

    /// <summary>Rows of two codes, 8 bytes: a key holds them whole.</summary>
    private readonly unsafe struct Pairs(int* x, int* y, int count) : IRowSource
    {
        public int Count => count;

        public int BytesPerRow => sizeof(ulong);

        public bool KeysDecide => true;

        public void Keys(int first, Span<Vector128<ulong>> keys)
        {
            for (int i = 0; i < keys.Length; i++)
            {
                ulong pair = ((ulong)x[first + i] << 32) | (uint)y[first + i];
                keys[i] = RowHash.Key(ref Unsafe.As<ulong, byte>(ref pair), sizeof(ulong));
            }
        }

        public bool AreEqual(int row, int other) => x[row] == x[other] && y[row] == y[other];
    }
}
