using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>n rows to be told apart: a key for each, and a comparison of two for where a key is not the whole row.</summary>
/// <remarks>
/// A struct, so that the loops over it are compiled for each kind of rows. It views memory that its maker holds still, and
/// several threads use copies of it at once on blocks of rows that do not overlap.
/// </remarks>
internal interface IRowSource
{
    /// <summary>Gets n.</summary>
    int Count { get; }

    /// <summary>Gets the bytes that are read for each row: what a row costs.</summary>
    int BytesPerRow { get; }

    /// <summary>Gets whether equal keys mean equal rows.</summary>
    bool KeysDecide { get; }

    /// <summary>Gets how many numbers lay outside a given range, of the rows whose keys have been made.</summary>
    long ValuesOutsideRange { get; }

    /// <summary>
    /// Makes the keys of the rows from <paramref name="first"/> on, one for each element of <paramref name="keys"/>.
    /// </summary>
    void Keys(int first, Span<Vector128<ulong>> keys);

    /// <summary>Asks for a row that is likely to be compared soon, and may lie anywhere. A hint; nothing is read.</summary>
    void Ask(int row);

    /// <summary>Compares two rows whose keys have been made.</summary>
    bool AreEqual(int row, int other);
}
