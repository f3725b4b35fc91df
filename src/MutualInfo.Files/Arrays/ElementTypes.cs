namespace MutualInfo.Files.Arrays;

/// <summary>What is fixed for an element type: its size and its name.</summary>
internal static class ElementTypes
{
    extension(ElementType type)
    {
        /// <summary>Gets whether the numbers are floating-point; the others are integers or booleans.</summary>
        public bool IsFloating => type >= ElementType.Float16;

        /// <summary>Gets the bytes of one number.</summary>
        public int Size => type switch
        {
            ElementType.Boolean or ElementType.Int8 or ElementType.UInt8 => 1,
            ElementType.Int16 or ElementType.UInt16 or ElementType.Float16 => 2,
            ElementType.Int32 or ElementType.UInt32 or ElementType.Float32 => 4,
            _ => 8,
        };

        /// <summary>Gets the name that NumPy gives the type, such as <c>float64</c>.</summary>
        public string Word => type switch
        {
            ElementType.Boolean => "bool",
            ElementType.Int8 => "int8",
            ElementType.UInt8 => "uint8",
            ElementType.Int16 => "int16",
            ElementType.UInt16 => "uint16",
            ElementType.Int32 => "int32",
            ElementType.UInt32 => "uint32",
            ElementType.Int64 => "int64",
            ElementType.UInt64 => "uint64",
            ElementType.Float16 => "float16",
            ElementType.Float32 => "float32",
            _ => "float64",
        };
    }
}
