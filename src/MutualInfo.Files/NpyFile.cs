using System.Numerics;
using MutualInfo.Files.Arrays;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;
using MutualInfo.Files.Npy;

namespace MutualInfo.Files;

/// <summary>Reads and writes <c>.npy</c>, the file of one NumPy array.</summary>
/// <remarks>
/// Read are versions 1.0 to 3.0, C and Fortran order, little and big endian: bool, int8 to int64, uint8 to uint64, float16 to float64.
/// Pickles are refused unread. The file must end where its array ends.
/// </remarks>
public static class NpyFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    /// <exception cref="InvalidDataException">The file is malformed; the message says where, what was expected and what was found.</exception>
    /// <exception cref="NotSupportedException">The file is well-formed, but its version or type is not read: objects, complex, structured.</exception>
    public static NumericArray Read(string path)
    {
        using FileStream stream = Source.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads an array that reaches from a stream's position to its end.</summary>
    /// <param name="stream">A readable stream, which stays open; it need not seek, and may give short reads.</param>
    /// <param name="name">The name for messages; the default is the file's, where the stream is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidDataException">The content is malformed.</exception>
    /// <exception cref="NotSupportedException">The content is well-formed, but its version or type is not read.</exception>
    public static NumericArray Read(Stream stream, string? name = null)
    {
        ByteSource source = ByteSource.From(stream, Source.NameOf(stream, name));
        return ArrayReader.Read(source, NpyHeader.Read(source));
    }

    /// <summary>Writes one number for each sample, shape <c>(n)</c>. An existing file is replaced, whole or not at all.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="path">The path of the file.</param>
    /// <param name="values">n numbers.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="IOException">The folder is missing, or the disk refuses; an existing file stays as it was.</exception>
    public static void Write<T>(string path, ReadOnlySpan<T> values) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NpyWriter.RefuseType<T>(path);
        NpyWriter.WriteFile(path, values, FormattableString.Invariant($"({values.Length},)"));
    }

    /// <summary>Writes rows of numbers, shape <c>(n, d)</c>. An existing file is replaced, whole or not at all.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="path">The path of the file.</param>
    /// <param name="values">n·d numbers, row-major: sample after sample.</param>
    /// <param name="dimension">d, the numbers in each sample.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The length of <paramref name="values"/> is not a multiple of <paramref name="dimension"/>.</exception>
    /// <inheritdoc cref="Write{T}(string, ReadOnlySpan{T})" path="/exception"/>
    public static void Write<T>(string path, ReadOnlySpan<T> values, int dimension) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NpyWriter.RefuseType<T>(path);
        NpyWriter.WriteFile(path, values, ShapeOf(values, dimension));
    }

    /// <summary>Writes samples, shape <c>(n, d)</c>. An existing file is replaced, whole or not at all.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The path of the file.</param>
    /// <param name="samples">Samples of shape <c>(n, d)</c>.</param>
    /// <inheritdoc cref="Write{T}(string, ReadOnlySpan{T})" path="/exception"/>
    public static void Write<T>(string path, Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NpyWriter.RefuseType<T>(path);
        NpyWriter.WriteFile(path, samples.Values, FormattableString.Invariant($"({samples.Count}, {samples.Dimension})"));
    }

    /// <summary>Writes one number for each sample, shape <c>(n)</c>, to a stream.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="stream">A writable stream, which stays open.</param>
    /// <param name="values">n numbers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> values) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpyWriter.RefuseType<T>(nameof(stream));
        NpyWriter.Write(stream, values, FormattableString.Invariant($"({values.Length},)"));
    }

    /// <summary>Writes rows of numbers, shape <c>(n, d)</c>, to a stream.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="stream">A writable stream, which stays open.</param>
    /// <param name="values">n·d numbers, row-major: sample after sample.</param>
    /// <param name="dimension">d, the numbers in each sample.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The length of <paramref name="values"/> is not a multiple of <paramref name="dimension"/>.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> values, int dimension) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpyWriter.RefuseType<T>(nameof(stream));
        NpyWriter.Write(stream, values, ShapeOf(values, dimension));
    }

    private static string ShapeOf<T>(ReadOnlySpan<T> values, int dimension)
    {
        if (dimension < 1)
            Throw.OutOfRange(nameof(dimension), dimension, "at least 1 number in each sample");
        (int count, int rest) = Math.DivRem(values.Length, dimension);
        if (rest != 0)
        {
            Throw.Invalid(
                nameof(values),
                $"values has {values.Length} numbers, which is no multiple of dimension = {dimension}; {rest} are left over. Check the width of the layer.");
        }

        return FormattableString.Invariant($"({count}, {dimension})");
    }
}
