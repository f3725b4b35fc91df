using System.Numerics;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// The bin of a number: one at a time, which is the definition, and eight at a time, which gives the same bins.
/// </summary>
/// <remarks>A struct, so that the loops over it are compiled for each rule. Numbers are not NaN.</remarks>
internal interface IBinRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets how many bins there are; bins are 0 … Alphabet − 1.</summary>
    int Alphabet { get; }

    /// <summary>Gets how many columns have rules of their own: d, or 1 where one rule serves the layer.</summary>
    int Columns { get; }

    /// <summary>Gets whether <see cref="Eight"/> can be called, on this processor and for these edges.</summary>
    bool HasVectors { get; }

    /// <summary>The bin of one number of a column.</summary>
    int One(T value, int column);

    /// <summary>
    /// The bins of eight numbers that follow each other; the first one's column is given, and columns start over after the last.
    /// </summary>
    Vector256<int> Eight(ref readonly T values, int column);
}
