using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Npy;

/// <summary>Knows NumPy's type descriptions, such as <c>&lt;f8</c>: byte order, kind, bytes.</summary>
internal static class NpyDescription
{
    /// <summary>The element type and byte order of a description; what is no plain number is refused.</summary>
    public static (ElementType Type, bool IsBigEndian) Parse(string description, string name, int offset)
    {
        char order = description.Length > 0 && description[0] is '<' or '>' or '|' or '=' ? description[0] : '\0';
        string kind = order == '\0' ? description : description[1..];
        RefuseUnsupported(description, kind, name);

        ElementType? type = kind switch
        {
            "b1" => ElementType.Boolean,
            "i1" => ElementType.Int8,
            "u1" => ElementType.UInt8,
            "i2" => ElementType.Int16,
            "u2" => ElementType.UInt16,
            "i4" => ElementType.Int32,
            "u4" => ElementType.UInt32,
            "i8" => ElementType.Int64,
            "u8" => ElementType.UInt64,
            "f2" => ElementType.Float16,
            "f4" => ElementType.Float32,
            "f8" => ElementType.Float64,
            _ => null,
        };
        bool needsOrder = type is not (ElementType.Boolean or ElementType.Int8 or ElementType.UInt8);
        if (type is null || (needsOrder && order is not ('<' or '>')))
        {
            Throw.Malformed(
                name,
                $"the header beginning at byte offset {offset} gives the type (descr) '{Excerpt.Of(description)}'; expected a byte order and a type, such as '<f8' or '|u1'.");
        }

        return (type.Value, order == '>');
    }

    private static void RefuseUnsupported(string description, string kind, string name)
    {
        switch (kind.Length > 0 ? kind[0] : '\0')
        {
            case 'O':
                Throw.Unsupported(
                    name,
                    $"has the object type '{Excerpt.Of(description)}': its content is a pickle, which could run any code and is left unread. Save an array of numbers.");
                break;
            case 'c' or 'V' or 'S' or 'U' or 'a' or 'M' or 'm':
            case 'f' when kind is "f10" or "f12" or "f16":
                Throw.Unsupported(
                    name,
                    $"has the type '{Excerpt.Of(description)}'; bool, int8 to int64, uint8 to uint64 and float16 to float64 are read. Convert it with astype before saving.");
                break;
        }
    }
}
