using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using MutualInfo.Discrete.Merging;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// Symbols that can be recognised in other batches, on other machines and after years: each keeps what it was made of as its key,
/// a label, a row of numbers or bytes, or the bins of a sample. What <see cref="JointCounts"/> takes. Immutable.
/// </summary>
/// <remarks>
/// The codes of <see cref="MutualInfo.Symbols"/> count up in the order of first appearance, so they mean another thing in every
/// batch. Memory: that of the symbols, and a key for each different one.
/// </remarks>
public sealed class KeyedSymbols
{
    private readonly byte[] _keys;

    private KeyedSymbols(Symbols symbols, SymbolKind kind, byte[] keys)
    {
        Symbols = symbols;
        Kind = kind;
        _keys = keys;
    }

    /// <summary>Gets the symbols of this batch.</summary>
    public Symbols Symbols { get; }

    /// <summary>Gets n, the number of samples in this batch.</summary>
    public int Count => Symbols.Count;

    internal SymbolKind Kind { get; }

    /// <summary>Makes symbols whose keys are labels.</summary>
    /// <param name="labels">One label for each sample; any values. A label is the same key whichever type held it.</param>
    public static KeyedSymbols FromLabels(ReadOnlySpan<int> labels) => FromLabels(Symbols.FromLabels(labels), labels);

    /// <inheritdoc cref="FromLabels(ReadOnlySpan{int})"/>
    public static KeyedSymbols FromLabels(ReadOnlySpan<long> labels) => FromLabels(Symbols.FromLabels(labels), labels);

    /// <summary>Makes symbols whose keys are rows of numbers, exactly. −0 equals +0.</summary>
    /// <typeparam name="T">The type of the numbers, which is part of the key.</typeparam>
    /// <param name="rows">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN, or the different rows fill more than one array; use smaller batches then.
    /// </exception>
    /// <exception cref="NotSupportedException">
    /// The type is none of <see cref="Half"/>, <see cref="float"/> and <see cref="double"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static KeyedSymbols FromRows<T>(Samples<T> rows, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(Half) && typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"Keys are not made of {typeof(T).Name}; Half, float and double are supported. Convert the rows to one of them.");
        Symbols symbols = Symbols.FromRows(rows, options);
        SymbolKind kind = SymbolKind.Numbers<T>(Math.Max(1, rows.Dimension));
        byte[] keys = KeysFor(symbols, kind, nameof(rows));
        Span<T> cells = MemoryMarshal.Cast<byte, T>(keys.AsSpan());
        int next = 0;
        foreach (int row in FirstRows(symbols))
        {
            // The sum with +0 makes the two zeros one, and nothing else.
            foreach (T value in rows[row])
                cells[next++] = value + T.Zero;
        }

        BinKeys.ToLittleEndian(keys, kind.CellBytes);
        return new KeyedSymbols(symbols, kind, keys);
    }

    /// <summary>Makes symbols whose keys are rows of bytes.</summary>
    /// <param name="rows">n·width bytes, row after row.</param>
    /// <param name="width">The bytes in each row, at least 1.</param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The length of <paramref name="rows"/> is not a multiple of <paramref name="width"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static KeyedSymbols FromBytes(ReadOnlySpan<byte> rows, int width, EstimationOptions? options = null)
    {
        Symbols symbols = Symbols.FromBytes(rows, width, options);
        SymbolKind kind = new(SymbolOrigin.Bytes, width, 1);
        byte[] keys = KeysFor(symbols, kind, nameof(rows));
        Span<byte> next = keys;
        foreach (int row in FirstRows(symbols))
        {
            rows.Slice(row * width, width).CopyTo(next);
            next = next[width..];
        }

        return new KeyedSymbols(symbols, kind, keys);
    }

    /// <summary>Makes symbols whose keys are the bins of samples. The bins must be known before the data.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">Shape <c>(n, d)</c>.</param>
    /// <param name="discretizer">
    /// The bins: <see cref="EqualWidthBins"/> and <see cref="QuantizedLevels"/> with a given range, <see cref="FixedWidthBins"/>,
    /// <see cref="ShwartzZivTishbyBins"/>, or <see cref="FittedBins"/>; or <see cref="ExactRows"/>, which is
    /// <see cref="FromRows"/>.
    /// </param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="discretizer"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The discretizer lays its bins by the samples that it is given, or is not one of this library's; or it refuses the samples.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static KeyedSymbols FromBins<T>(Samples<T> samples, IDiscretizer discretizer, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(discretizer);
        if (discretizer is ExactRows)
            return FromSamples(samples, options);
        if (discretizer is not IStableDiscretizer { IsStable: true } stable)
            throw new ArgumentException(Advice(discretizer), nameof(discretizer));
        Symbols symbols = stable.Encode(samples, options ?? EstimationOptions.Default);
        SymbolKind kind = SymbolKind.Bins(stable, samples.Dimension);
        byte[] keys = KeysFor(symbols, kind, nameof(samples));
        stable.WriteKeys(samples, FirstRows(symbols), keys);
        return new KeyedSymbols(symbols, kind, keys);
    }

    internal ReadOnlySpan<byte> KeyOf(int symbol) => _keys.AsSpan(symbol * Kind.KeyWidth, Kind.KeyWidth);

    private static KeyedSymbols FromSamples<T>(Samples<T> samples, EstimationOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.NotNaN(samples, nameof(samples));
        return FromRows(samples, options);
    }

    private static KeyedSymbols FromLabels<TLabel>(Symbols symbols, ReadOnlySpan<TLabel> labels)
        where TLabel : IBinaryInteger<TLabel>
    {
        byte[] keys = KeysFor(symbols, SymbolKind.Labels, nameof(labels));
        Span<byte> next = keys;
        foreach (int row in FirstRows(symbols))
        {
            BinaryPrimitives.WriteInt64LittleEndian(next, long.CreateChecked(labels[row]));
            next = next[sizeof(long)..];
        }

        return new KeyedSymbols(symbols, SymbolKind.Labels, keys);
    }

    /// <summary>The first sample of each symbol: codes count up in that order.</summary>
    private static int[] FirstRows(Symbols symbols)
    {
        int[] rows = new int[symbols.AlphabetSize];
        int next = 0;
        for (int i = 0; next < rows.Length; i++)
        {
            if (symbols.Codes[i] == next)
                rows[next++] = i;
        }

        return rows;
    }

    private static byte[] KeysFor(Symbols symbols, SymbolKind kind, string paramName)
    {
        long bytes = (long)symbols.AlphabetSize * kind.Dimension * kind.CellBytes;
        if (bytes > Array.MaxLength)
            Throw.Invalid(paramName, $"{paramName} has {symbols.AlphabetSize} different symbols with keys of {(long)kind.Dimension * kind.CellBytes} bytes, more than one array holds. Use smaller batches.");
        return new byte[bytes];
    }

    private static string Advice(IDiscretizer discretizer) => discretizer switch
    {
        EqualFrequencyBins or EntropyBasedAdaptiveBins =>
            $"{discretizer} are laid by the samples, so each batch would have others. Fit them once: discretizer.Fit(sample) gives bins that stay.",
        EqualWidthBins or QuantizedLevels =>
            $"{discretizer} are laid by the samples, so each batch would have others. Give them their range: BinRange.Given(low, high), or BinRange.Of(sample).",
        _ => $"{discretizer} is not a discretizer of this library, so its bins cannot be told from its symbols. Make a row of bins for each sample, and use KeyedSymbols.FromRows or FromBytes.",
    };
}
