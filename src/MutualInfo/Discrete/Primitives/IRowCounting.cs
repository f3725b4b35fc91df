namespace MutualInfo.Discrete.Primitives;

/// <summary>What is made of rows while they are visited: <see cref="RowCodes"/> or <see cref="LabelledRows"/>.</summary>
internal interface IRowCounting<TResult>
{
    /// <summary>Visits each row once.</summary>
    TResult Count<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource;
}

/// <summary>The symbol of every row, for variables whose codes someone needs.</summary>
internal sealed class RowCodes : IRowCounting<Symbols>
{
    /// <summary>Gets the one that there is.</summary>
    public static RowCodes Shared { get; } = new();

    public Symbols Count<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource
    {
        (int[] codes, int[] histogram) = RowInterner.Intern(rows, options);
        return new Symbols(codes, histogram, rows.ValuesOutsideRange);
    }
}
