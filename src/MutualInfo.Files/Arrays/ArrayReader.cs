using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Arrays;

/// <summary>Reads the numbers behind a header into row-major memory of the file's own type.</summary>
internal static class ArrayReader
{
    /// <summary>Reads everything that is left of the source, which must be exactly what the layout claims.</summary>
    public static NumericArray Read(ByteSource source, ArrayLayout layout)
    {
        // Where only reading tells how much there is, memory grows with what came, never with what was claimed.
        if (source.Remaining is null)
        {
            long offset = source.Offset;
            source = source.Keep(layout.Bytes == UInt128.MaxValue ? layout.Bytes : layout.Bytes + 1);
            layout.Check(source, (UInt128)source.Remaining!.Value);
        }

        layout.Check(source, (UInt128)source.Remaining!.Value);
        int[] shape = layout.ToShape();
        Elements elements = layout.Type switch
        {
            ElementType.Boolean => new Elements<byte>(RequireBooleans(source, Read<byte>(source, layout, shape))),
            ElementType.Int8 => new Elements<sbyte>(Read<sbyte>(source, layout, shape)),
            ElementType.UInt8 => new Elements<byte>(Read<byte>(source, layout, shape)),
            ElementType.Int16 => new Elements<short>(Read<short>(source, layout, shape)),
            ElementType.UInt16 => new Elements<ushort>(Read<ushort>(source, layout, shape)),
            ElementType.Int32 => new Elements<int>(Read<int>(source, layout, shape)),
            ElementType.UInt32 => new Elements<uint>(Read<uint>(source, layout, shape)),
            ElementType.Int64 => new Elements<long>(Read<long>(source, layout, shape)),
            ElementType.UInt64 => new Elements<ulong>(Read<ulong>(source, layout, shape)),
            ElementType.Float16 => new Elements<Half>(Read<Half>(source, layout, shape)),
            ElementType.Float32 => new Elements<float>(Read<float>(source, layout, shape)),
            _ => new Elements<double>(Read<double>(source, layout, shape)),
        };
        return new NumericArray(source.Name, layout.Type, shape, elements);
    }

    private static T[] Read<T>(ByteSource source, ArrayLayout layout, int[] shape) where T : unmanaged, INumber<T>
    {
        int count = shape.Aggregate(1, static (product, axis) => product * axis);
        T[] values = new T[count];
        if (layout.IsFortranOrder && shape.Length > 1)
            ReadColumnMajor(source, layout, shape, values);
        else
            ReadInto<T>(source, layout, values);
        return values;
    }

    private static void ReadInto<T>(ByteSource source, ArrayLayout layout, Span<T> destination) where T : unmanaged
    {
        const int SliceBytes = 1 << 20;
        int slice = SliceBytes / Marshal.SizeOf<T>();
        for (int start = 0; start < destination.Length; start += slice)
        {
            Span<T> part = destination.Slice(start, Math.Min(slice, destination.Length - start));
            source.Require(MemoryMarshal.AsBytes(part), "numbers");
            if (layout.IsBigEndian == BitConverter.IsLittleEndian)
                ReverseBytes(part);
        }
    }

    private static void ReadColumnMajor<T>(ByteSource source, ArrayLayout layout, int[] shape, T[] destination)
        where T : unmanaged
    {
        int[] strides = new int[shape.Length];
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        T[] part = new T[Math.Min(destination.Length, 8192)];
        int[] index = new int[shape.Length];
        int target = 0;
        for (int start = 0; start < destination.Length; start += part.Length)
        {
            Span<T> values = part.AsSpan(0, Math.Min(part.Length, destination.Length - start));
            ReadInto(source, layout, values);
            foreach (T value in values)
            {
                destination[target] = value;

                // In the file the first index runs fastest: count it up, and carry to the next axis.
                for (int axis = 0; axis < shape.Length; axis++)
                {
                    target += strides[axis];
                    if (++index[axis] < shape[axis])
                        break;
                    target -= strides[axis] * shape[axis];
                    index[axis] = 0;
                }
            }
        }
    }

    private static void ReverseBytes<T>(Span<T> values) where T : unmanaged
    {
        switch (Marshal.SizeOf<T>())
        {
            case 2:
                Span<short> pairs = MemoryMarshal.Cast<T, short>(values);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case 4:
                Span<int> quads = MemoryMarshal.Cast<T, int>(values);
                BinaryPrimitives.ReverseEndianness(quads, quads);
                break;
            case 8:
                Span<long> octets = MemoryMarshal.Cast<T, long>(values);
                BinaryPrimitives.ReverseEndianness(octets, octets);
                break;
        }
    }

    private static byte[] RequireBooleans(ByteSource source, byte[] values)
    {
        int strange = values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (strange >= 0)
            Throw.Malformed(source.Name, $"number {strange} in row-major order is {values[strange]}; a bool is 0 or 1.");
        return values;
    }
}
