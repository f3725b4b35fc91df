namespace MutualInfo.Discrete.Merging;

/// <summary>
/// What a variable is made of, in a file: origin, bytes of a cell, dimension, and the bins with all their parameters.
/// </summary>
internal static class KindCode
{
    private const int EqualWidth = 1;
    private const int FixedWidth = 2;
    private const int ShwartzZivTishby = 3;
    private const int Quantized = 4;
    private const int Fitted = 5;

    public static void Write(CountsSink sink, SymbolKind kind)
    {
        sink.Byte((byte)kind.Origin);
        sink.Byte((byte)kind.CellBytes);
        sink.Int32(kind.Dimension);
        if (kind.Discretizer is not null)
            Write(sink, kind.Discretizer);
    }

    public static SymbolKind Read(CountsSource source, string variable)
    {
        byte origin = source.Byte("the kind of a variable");
        int cellBytes = source.Byte("the kind of a variable");
        int dimension = source.Int32("the dimension of a variable");
        if (dimension < 1 || (long)dimension * cellBytes > Array.MaxLength)
            source.Refuse($"{variable} has dimension {dimension} with {cellBytes} bytes each, before byte offset {source.Offset}; keys of 1 to {Array.MaxLength} bytes were expected.");
        SymbolKind kind = (SymbolOrigin)origin switch
        {
            SymbolOrigin.Labels => SymbolKind.Labels,
            SymbolOrigin.Numbers => new SymbolKind(SymbolOrigin.Numbers, dimension, cellBytes),
            SymbolOrigin.Bytes => new SymbolKind(SymbolOrigin.Bytes, dimension, 1),
            SymbolOrigin.Bins => ReadBins(source, dimension, variable),
            _ => Unknown(source, variable, origin),
        };
        bool isWidth = kind.Origin != SymbolOrigin.Numbers || cellBytes is 2 or 4 or 8;
        if (!isWidth || kind.CellBytes != cellBytes || kind.Dimension != dimension)
            source.Refuse($"{variable} is {kind}, which has no keys of {dimension} cells of {cellBytes} bytes, before byte offset {source.Offset}.");
        return kind;
    }

    private static void Write(CountsSink sink, IStableDiscretizer discretizer)
    {
        switch (discretizer)
        {
            case EqualWidthBins bins:
                Ranged(sink, EqualWidth, bins.Bins, bins.Range);
                break;
            case ShwartzZivTishbyBins bins:
                Ranged(sink, ShwartzZivTishby, bins.Edges, bins.Range);
                break;
            case QuantizedLevels levels:
                Ranged(sink, Quantized, levels.Bits, levels.Range);
                break;
            case FixedWidthBins bins:
                sink.Int32(FixedWidth);
                sink.Double(bins.Width);
                sink.Double(bins.Origin);
                break;
            case FittedBins bins:
                Write(sink, bins);
                break;
            default:
                throw new NotSupportedException($"{discretizer} has no code in files of counts.");
        }
    }

    private static void Ranged(CountsSink sink, int code, int bins, BinRange range)
    {
        sink.Int32(code);
        sink.Int32(bins);
        sink.Double(range.Low);
        sink.Double(range.High);
    }

    private static void Write(CountsSink sink, FittedBins bins)
    {
        sink.Int32(Fitted);
        sink.Int32(bins.Scope == BinScope.PerLayer ? 0 : bins.SetCount);
        for (int set = 0; set < bins.SetCount; set++)
        {
            sink.Int32(bins.Edges(set).Length);
            foreach (double edge in bins.Edges(set))
                sink.Double(edge);
        }
    }

    private static SymbolKind ReadBins(CountsSource source, int dimension, string variable)
    {
        int code = source.Int32("the bins of a variable");
        try
        {
            IStableDiscretizer discretizer = code switch
            {
                EqualWidth => new EqualWidthBins(source.Int32("a number of bins"), ReadRange(source)),
                ShwartzZivTishby => ReadShwartzZivTishby(source),
                Quantized => new QuantizedLevels(source.Int32("a number of bits"), ReadRange(source)),
                FixedWidth => new FixedWidthBins(source.Double("a width"), source.Double("an origin")),
                Fitted => ReadFitted(source, dimension),
                _ => throw new ArgumentException(FormattableString.Invariant($"{code} is the code of no bins")),
            };
            return SymbolKind.Bins(discretizer, dimension);
        }
        catch (ArgumentException refusal)
        {
            source.Refuse($"the bins of {variable} cannot be, before byte offset {source.Offset}: {refusal.Message}", refusal);
            throw;
        }
    }

    private static ShwartzZivTishbyBins ReadShwartzZivTishby(CountsSource source)
    {
        int edges = source.Int32("a number of edges");
        BinRange range = ReadRange(source);
        return new ShwartzZivTishbyBins(edges, range.Low, range.High);
    }

    private static BinRange ReadRange(CountsSource source) =>
        BinRange.Given(source.Double("the end of a range"), source.Double("the end of a range"));

    private static FittedBins ReadFitted(CountsSource source, int dimension)
    {
        int sets = source.Int32("a number of edges");
        if (sets == 0)
            return FittedBins.FromEdges([.. ReadEdges(source)]);
        if (sets != dimension)
            throw new ArgumentException(FormattableString.Invariant($"there are edges for {sets} neurons, and the dimension is {dimension}"));
        List<double[]> edges = [];
        for (int set = 0; set < sets; set++)
            edges.Add([.. ReadEdges(source)]);
        return FittedBins.FromEdges([.. edges]);
    }

    // One by one: a list grows with what has come.
    private static List<double> ReadEdges(CountsSource source)
    {
        int count = source.Int32("a number of edges");
        if (count is < 0 or >= EqualWidthBins.MaximumBins)
            throw new ArgumentException(FormattableString.Invariant($"there are {count} edges"));
        List<double> edges = [];
        for (int i = 0; i < count; i++)
            edges.Add(source.Double("edges"));
        return edges;
    }

    private static SymbolKind Unknown(CountsSource source, string variable, byte origin)
    {
        source.Refuse($"{variable} is of origin {origin}, before byte offset {source.Offset}; 0 to 3 were expected.");
        throw new InvalidOperationException();
    }
}
