using System.Diagnostics;
using System.Globalization;
using MutualInfo.Discrete.Merging;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// How often pairs of symbols were seen, for data larger than memory or spread over machines: add batches, merge what other
/// threads or machines have counted, and estimate at any time.
/// </summary>
/// <remarks>
/// Exact: symbols are told apart by their whole keys, counts have 64 bits, and an estimate is the same to the last bit for any
/// order and size of batches and any way of merging, and the same that <see cref="DiscreteEstimator"/> gives for all samples at
/// once. Memory depends on what is different, not on n: 24 to 96 bytes for each different pair, and for each different symbol its
/// key, at most twice, and 12 to 48 bytes; a batch needs what its symbols need while it is added. Not thread-safe: let every
/// thread count for itself, and merge. A table that nobody adds to can be read by many. After an
/// <see cref="InsufficientMemoryException"/> or <see cref="OutOfMemoryException"/> nothing of the batch has been added.
/// </remarks>
public sealed class JointCounts
{
    private readonly PairTable _pairs = new();
    private KeyedAlphabet? _x;
    private KeyedAlphabet? _y;

    /// <summary>Gets n, the number of samples counted.</summary>
    public long SampleCount { get; private set; }

    /// <summary>Gets the numbers in each sample of x; 1 for labels, and 0 before the first sample.</summary>
    public int DimensionX => _x?.Kind.Dimension ?? 0;

    /// <summary>Gets the numbers in each sample of y; 1 for labels, and 0 before the first sample.</summary>
    public int DimensionY => _y?.Kind.Dimension ?? 0;

    /// <summary>Gets the number of different symbols of x.</summary>
    public int AlphabetSizeX => _x?.Count ?? 0;

    /// <summary>Gets the number of different symbols of y.</summary>
    public int AlphabetSizeY => _y?.Count ?? 0;

    /// <summary>Gets the number of different pairs of symbols, which memory depends on.</summary>
    public int JointAlphabetSize => _pairs.Count;

    /// <summary>Gets the values of x that lay outside a given range and were counted in its outermost bins.</summary>
    public long ValuesOutsideRangeX { get; private set; }

    /// <summary>Gets the values of y that lay outside a given range and were counted in its outermost bins.</summary>
    public long ValuesOutsideRangeY { get; private set; }

    internal PairTable Pairs => _pairs;

    /// <summary>Counts a table that is known already. Its symbols are the labels 0, 1, 2, … of rows and columns.</summary>
    /// <param name="joint">
    /// How often each pair was seen, 0 or more; shape (symbols of x, symbols of y). Symbols never seen are left out.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="joint"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, all are 0, or their sum exceeds 2⁶³ − 1.</exception>
    public static JointCounts FromTable(long[,] joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        return CountTable.Read([.. joint.Cast<long>()], joint.GetLength(1));
    }

    /// <summary>Counts a table that is known already and given row by row.</summary>
    /// <param name="joint">A row for each symbol of x, with a count for each symbol of y.</param>
    /// <exception cref="ArgumentNullException"><paramref name="joint"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A row is null or longer than another, a count is negative, all are 0, or their sum exceeds 2⁶³ − 1.
    /// </exception>
    public static JointCounts FromTable(long[][] joint) =>
        CountTable.Read(RowsOf.Table(joint, nameof(joint), out int columns), columns);

    /// <summary>Reads counts that <see cref="Write"/> has written, from a stream's position to its end.</summary>
    /// <param name="stream">A readable stream, which stays open; it need not seek, and may give short reads.</param>
    /// <param name="name">The name for messages; the default is the file's, where the stream is one.</param>
    /// <remarks>
    /// Memory grows with what has been read, never with what a file claims. The checksum at the end is verified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidDataException">
    /// The content is malformed; the message says where, what was expected and what was found.
    /// </exception>
    /// <exception cref="NotSupportedException">The content was written by a later version.</exception>
    public static JointCounts Read(Stream stream, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return CountsReader.Read(stream, name ?? (stream as FileStream)?.Name ?? "stream");
    }

    /// <summary>Adds a batch: sample i of x was observed with sample i of y.</summary>
    /// <param name="x">n symbols, made as those of the batches before.</param>
    /// <param name="y">n symbols, made as those of the batches before.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    /// <exception cref="ArgumentException">
    /// The counts differ, a variable is made in another way than in the batches before (labels, rows, bins, dimension), or the
    /// sum of all counts would exceed 2⁶³ − 1.
    /// </exception>
    public void Add(KeyedSymbols x, KeyedSymbols y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);
        if (x.Count == 0)
            return;
        RequireKind(x.Kind, _x, "x", nameof(x));
        RequireKind(y.Kind, _y, "y", nameof(y));
        RequireRoom(x.Count, nameof(x));
        List<PairCell> cells = PairCells.Of(x.Symbols, y.Symbols, CancellationToken.None);
        Reserve(x.Kind, x.Symbols.AlphabetSize, y.Kind, y.Symbols.AlphabetSize, cells.Count);
        int[] codesOfX = _x!.AddAll(x);
        int[] codesOfY = _y!.AddAll(y);
        foreach (PairCell cell in cells)
            _pairs.Add(codesOfX[cell.X], codesOfY[cell.Y], cell.Count);
        SampleCount += x.Count;
        ValuesOutsideRangeX += x.Symbols.ValuesOutsideRange;
        ValuesOutsideRangeY += y.Symbols.ValuesOutsideRange;
    }

    /// <summary>
    /// Adds what was counted elsewhere. The other is left as it is; it may be this one, whose counts are then doubled.
    /// </summary>
    /// <param name="other">Counts of variables that are made in the same way.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is made in another way, or the sum of all counts would exceed 2⁶³ − 1.
    /// </exception>
    public void Merge(JointCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._x is null || other._y is null)
            return;
        RequireKind(other._x.Kind, _x, "x", nameof(other));
        RequireKind(other._y.Kind, _y, "y", nameof(other));
        RequireRoom(other.SampleCount, nameof(other));
        Reserve(other._x.Kind, other._x.Count, other._y.Kind, other._y.Count, other._pairs.Count);
        int[] codesOfX = _x!.AddAll(other._x);
        int[] codesOfY = _y!.AddAll(other._y);
        // Where the other is this one all its pairs are known, so none is appended to what the loop runs over.
        for (int i = 0; i < other._pairs.Count; i++)
            _pairs.Add(codesOfX[other._pairs.XOf(i)], codesOfY[other._pairs.YOf(i)], other._pairs.Counts[i]);
        SampleCount += other.SampleCount;
        ValuesOutsideRangeX += other.ValuesOutsideRangeX;
        ValuesOutsideRangeY += other.ValuesOutsideRangeY;
    }

    /// <summary>Estimates I(X;Y) from all that has been counted; more can be added afterwards.</summary>
    /// <param name="entropy">How a histogram becomes an entropy; null for <see cref="PlugIn"/>.</param>
    /// <returns>
    /// What <see cref="DiscreteEstimator"/> gives for all samples at once. Its estimator is the <see cref="DiscreteEstimator"/>
    /// of the bins; where x and y have different bins, one that names both.
    /// </returns>
    /// <exception cref="InvalidOperationException">Nothing has been counted.</exception>
    /// <exception cref="ArgumentException">The estimator needs more samples.</exception>
    /// <exception cref="NotSupportedException">
    /// The estimator is not of this library, and a symbol was seen more often than an int counts.
    /// </exception>
    public MutualInformationEstimate Estimate(IEntropyEstimator? entropy = null)
    {
        long start = Stopwatch.GetTimestamp();
        if (_x is null || _y is null)
            throw new InvalidOperationException("Nothing has been counted; add at least one sample before an estimate.");
        MutualInformationEstimate estimate = new CountsMeasurement(this, entropy ?? new PlugIn()).Measure(_x, _y);
        return estimate with { Diagnostics = estimate.Diagnostics with { Elapsed = Stopwatch.GetElapsedTime(start) } };
    }

    /// <summary>
    /// Writes the counts in the format of <c>docs/large-data.md</c>. Equal counts are equal bytes, however they were added up.
    /// </summary>
    /// <param name="stream">A writable stream, which stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Nothing has been counted.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (_x is null || _y is null)
            throw new InvalidOperationException(
                "Nothing has been counted, so there is nothing to write; add at least one sample.");
        CountsWriter.Write(stream, this, _x, _y);
    }

    /// <summary>Says what is counted in one line, independent of the culture.</summary>
    public override string ToString() => _x is null || _y is null
        ? "no counts"
        : string.Create(
            CultureInfo.InvariantCulture, $"n = {SampleCount}, {JointAlphabetSize} different pairs; x: {_x.Kind}; y: {_y.Kind}");

    /// <summary>Takes over what a file or a table holds, into counts that are empty.</summary>
    internal void Fill(KeyedAlphabet x, KeyedAlphabet y, long sampleCount, long outsideX, long outsideY)
    {
        (_x, _y) = (x, y);
        (SampleCount, ValuesOutsideRangeX, ValuesOutsideRangeY) = (sampleCount, outsideX, outsideY);
    }

    private void Reserve(SymbolKind ofX, int moreOfX, SymbolKind ofY, int moreOfY, int morePairs)
    {
        _pairs.Reserve(morePairs);
        KeyedAlphabet x = _x ?? new KeyedAlphabet(ofX);
        KeyedAlphabet y = _y ?? new KeyedAlphabet(ofY);
        x.Reserve(moreOfX);
        y.Reserve(moreOfY);
        (_x, _y) = (x, y);
    }

    private static void RequireKind(SymbolKind given, KeyedAlphabet? known, string variable, string paramName)
    {
        if (known is not null && known.Kind != given)
        {
            Throw.Invalid(
                paramName,
                $"{variable} is given as {given}, and what has been counted is {known.Kind}. Counts add up only where a variable is made in the same way.");
        }
    }

    private void RequireRoom(long more, string paramName)
    {
        if (more > long.MaxValue - SampleCount)
            Throw.Invalid(paramName, $"{paramName} has {more} samples and {SampleCount} have been counted: more together than 64 bits hold.");
    }
}
