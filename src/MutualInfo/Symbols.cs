using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo;

/// <summary>A variable observed as letters of a finite alphabet: n codes, dense from 0 to <see cref="AlphabetSize"/> − 1. Immutable.</summary>
/// <remarks>Codes count up in the order of first appearance. Memory: 4·(n + alphabet) bytes, whatever the labels' values are.</remarks>
public sealed class Symbols
{
    private readonly int[] _codes;
    private readonly int[] _histogram;

    /// <summary>Takes codes that are already dense, in the order of first appearance, and how often each occurs.</summary>
    internal Symbols(int[] codes, int[] histogram, long valuesOutsideRange = 0)
    {
        _codes = codes;
        _histogram = histogram;
        ValuesOutsideRange = valuesOutsideRange;
    }

    /// <summary>Gets n, the number of samples.</summary>
    public int Count => _codes.Length;

    /// <summary>Gets the number of different symbols that occur.</summary>
    public int AlphabetSize => _histogram.Length;

    /// <summary>Gets the symbol of every sample, from 0 to <see cref="AlphabetSize"/> − 1, shape <c>(n)</c>.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Gets how often every symbol occurs, shape <c>(AlphabetSize)</c>. Every count is at least 1.</summary>
    public ReadOnlySpan<int> Histogram => _histogram;

    /// <summary>
    /// Gets how many values lay outside the range of the discretizer that made these symbols, and were counted in its outermost bins.
    /// 0 for symbols that no given range has made.
    /// </summary>
    public long ValuesOutsideRange { get; }

    /// <summary>Gets whether no two samples share a symbol.</summary>
    internal bool AreDistinct => AlphabetSize == Count;

    /// <summary>Gets the share of the samples whose symbol occurs only once.</summary>
    internal double SingletonShare => Count == 0 ? 0 : (double)_histogram.AsSpan().Count(1) / Count;

    /// <summary>Gets whether they are distinct because the caller says so, by <see cref="Distinct"/>, rather than because they turned out so.</summary>
    internal VariableForm Form { get; private init; } = VariableForm.Symbols;

    /// <summary>Makes symbols from labels; any values, negative and extreme ones too.</summary>
    /// <param name="labels">One label for each sample.</param>
    public static Symbols FromLabels(ReadOnlySpan<int> labels) =>
        DenseCells.TryIntern(labels) ?? RowInterner.Intern(labels, 1);

    /// <inheritdoc cref="FromLabels(ReadOnlySpan{int})"/>
    public static Symbols FromLabels(ReadOnlySpan<long> labels) =>
        DenseCells.TryIntern(labels) ?? RowInterner.Intern(labels, 1);

    /// <summary>Makes symbols from labels that a file or framework holds as floating-point numbers.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="labels">One label for each sample; each must be a whole number.</param>
    /// <exception cref="ArgumentException">A label is NaN, infinite or not whole: those are samples, not labels.</exception>
    public static Symbols FromLabels<T>(ReadOnlySpan<T> labels) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (!T.IsInteger(labels[i]))
            {
                Throw.Invalid(
                    nameof(labels),
                    $"labels[{i}] is {labels[i]}; labels must be whole numbers. Numbers that are not labels are samples: use Samples.FromScalars and an estimator that bins them.");
            }
        }

        return FromRows(Samples.FromScalars(labels));
    }

    /// <summary>Makes symbols from one-hot rows.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="rows">Shape <c>(n, classes)</c>; each row holds one 1 and else 0.</param>
    /// <exception cref="ArgumentException">A row is not one-hot.</exception>
    public static Symbols FromOneHot<T>(Samples<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] columns = new int[rows.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<T> values = rows[row];
            int hot = values.IndexOf(T.One);
            bool isOneHot = hot >= 0 && !values[..hot].ContainsAnyExcept(T.Zero)
                && !values[(hot + 1)..].ContainsAnyExcept(T.Zero);
            if (!isOneHot)
            {
                Throw.Invalid(
                    nameof(rows),
                    $"rows[{row}] is not one-hot; exactly one 1 and else 0 is expected. For soft labels take the largest column, or use them as samples.");
            }

            columns[row] = hot;
        }

        return FromLabels(columns);
    }

    /// <summary>Makes symbols from exact rows: two samples share a symbol where all their numbers are equal. −0 equals +0.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="rows">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>. The symbols do not depend on them.</param>
    /// <remarks>Exact: rows are found by a hash and compared. Cost: O(n·d), about 20 bytes a row beside the result.</remarks>
    /// <exception cref="ArgumentException">A value is NaN, which equals nothing.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static Symbols FromRows<T>(Samples<T> rows, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows.Count == 0)
            return new Symbols([], []);
        if (rows.Dimension == 0)
            Throw.NoDimensions(nameof(rows));
        return RowInterner.InternNumbers(rows, nameof(rows), options ?? EstimationOptions.Default);
    }

    /// <summary>
    /// Makes symbols from rows of bytes: activations of an 8-bit quantised network, packed bits, or any records of one width. Two samples
    /// share a symbol where all their bytes are equal.
    /// </summary>
    /// <param name="rows">n·width bytes, row after row.</param>
    /// <param name="width">The bytes in each row, at least 1.</param>
    /// <param name="options">Threads and cancellation; null for <see cref="EstimationOptions.Default"/>. The symbols do not depend on them.</param>
    /// <remarks>
    /// Exact: rows are found by a hash and, above 16 bytes, compared. Cost: O(n·width), about 20 bytes a row beside the result. Floating-point
    /// numbers belong into <see cref="FromRows"/>, which knows that −0 equals +0 and that NaN equals nothing.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The length of <paramref name="rows"/> is not a multiple of <paramref name="width"/>.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static Symbols FromBytes(ReadOnlySpan<byte> rows, int width, EstimationOptions? options = null)
    {
        if (width < 1)
            Throw.OutOfRange(nameof(width), width, "at least 1 byte in each row");
        if (rows.Length % width != 0)
        {
            Throw.Invalid(
                nameof(rows),
                $"rows has {rows.Length} bytes, which is no multiple of width = {width}; {rows.Length % width} are left over. Check the width of a row.");
        }

        return RowInterner.Intern(rows, width, options);
    }

    /// <summary>Makes the symbols of samples that all differ: the input of a network whose inputs are unique. I(X;T) = H(T) then.</summary>
    /// <param name="count">n, the number of samples.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Symbols Distinct(int count)
    {
        if (count < 0)
            Throw.OutOfRange(nameof(count), count, "0 or more samples");
        int[] codes = new int[count];
        for (int i = 0; i < count; i++)
            codes[i] = i;
        int[] histogram = new int[count];
        Array.Fill(histogram, 1);
        return new Symbols(codes, histogram) { Form = VariableForm.DistinctSymbols };
    }

    /// <summary>Makes the joint variable: two samples share a symbol where they share both symbols.</summary>
    /// <param name="x">n symbols.</param>
    /// <param name="y">n symbols, observed together with <paramref name="x"/>.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static Symbols Join(Symbols x, Symbols y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);

        // Where one variable tells all samples apart, so does the pair.
        if (x.AreDistinct || y.AreDistinct)
            return x.Form == VariableForm.DistinctSymbols || y.Form == VariableForm.DistinctSymbols
                ? Distinct(x.Count)
                : FromDistinct(x.Count);
        if (DenseCells.AreFew((long)x.AlphabetSize * y.AlphabetSize, x.Count))
            return DenseCells.Join(x, y);

        long[] pairs = new long[x.Count];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = ((long)x._codes[i] << 32) | (uint)y._codes[i];
        return RowInterner.Intern<long>(pairs, 1);
    }

    /// <summary>Symbol <paramref name="order"/>[i] in place i. The codes keep their meaning, so they no longer count up.</summary>
    internal Symbols Permuted(ReadOnlySpan<int> order) => Permuted(order, new int[Count]);

    /// <inheritdoc cref="Permuted(ReadOnlySpan{int})"/>
    /// <param name="order">A permutation of the numbers from 0 to n − 1.</param>
    /// <param name="room">n numbers, which the result will hold: to be used again once the result is done with.</param>
    internal Symbols Permuted(ReadOnlySpan<int> order, int[] room)
    {
        for (int i = 0; i < room.Length; i++)
            room[i] = _codes[order[i]];
        return new Symbols(room, _histogram, ValuesOutsideRange);
    }

    // As Distinct makes them, but not by the caller's word.
    private static Symbols FromDistinct(int count)
    {
        Symbols distinct = Distinct(count);
        return new Symbols(distinct._codes, distinct._histogram);
    }
}
