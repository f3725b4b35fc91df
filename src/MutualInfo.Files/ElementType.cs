using System.Diagnostics.CodeAnalysis;

namespace MutualInfo.Files;

/// <summary>The type that a file gives its numbers.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names of types are what this list is of.")]
public enum ElementType
{
    /// <summary>True or false, one byte, 1 or 0.</summary>
    Boolean,

    /// <summary>A signed integer of 8 bits.</summary>
    Int8,

    /// <summary>An unsigned integer of 8 bits.</summary>
    UInt8,

    /// <summary>A signed integer of 16 bits.</summary>
    Int16,

    /// <summary>An unsigned integer of 16 bits.</summary>
    UInt16,

    /// <summary>A signed integer of 32 bits.</summary>
    Int32,

    /// <summary>An unsigned integer of 32 bits.</summary>
    UInt32,

    /// <summary>A signed integer of 64 bits.</summary>
    Int64,

    /// <summary>An unsigned integer of 64 bits.</summary>
    UInt64,

    /// <summary>A floating-point number of 16 bits, <see cref="Half"/>.</summary>
    Float16,

    /// <summary>A floating-point number of 32 bits, <see cref="float"/>.</summary>
    Float32,

    /// <summary>A floating-point number of 64 bits, <see cref="double"/>.</summary>
    Float64,
}
