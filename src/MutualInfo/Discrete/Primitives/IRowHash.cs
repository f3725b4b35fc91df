using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>A 128-bit key of one row. A type parameter, so that tests can force every row onto one key.</summary>
/// <remarks>
/// Codes do not depend on which hash made the keys: they count up in the order of first appearance. Fixed, not seeded: the same
/// bytes always meet in the same order.
/// </remarks>
internal interface IRowHash
{
    /// <summary>
    /// Whether different rows of this width have different keys for certain, so that equal keys need no comparison of rows.
    /// </summary>
    /// <param name="width">The bytes in a row.</param>
    static abstract bool IsOneToOne(int width);

    /// <summary>Hashes one row, reading no byte outside it.</summary>
    /// <param name="row">The first byte of the row.</param>
    /// <param name="width">The bytes in the row, at least 1.</param>
    static abstract Vector128<ulong> Key(ref readonly byte row, int width);
}
