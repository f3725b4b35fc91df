using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Tables that are given as arrays of rows.</summary>
internal static class RowsOf
{
    /// <summary>The cells row after row; refuses rows that are missing or differ in length.</summary>
    public static T[] Table<T>(T[][] table, string paramName, out int columns)
    {
        ArgumentNullException.ThrowIfNull(table, paramName);
        columns = table.Length == 0 ? 0 : table[0]?.Length ?? 0;
        for (int row = 0; row < table.Length; row++)
        {
            if (table[row] is not { } cells)
                Throw.Invalid(paramName, $"{paramName}[{row}] is null; a row of cells is expected.");
            else if (cells.Length != columns)
                Throw.Invalid(paramName, $"{paramName}[{row}] has {cells.Length} cells and {paramName}[0] has {columns}; the rows of a table are equally long.");
        }

        return [.. table.SelectMany(row => row)];
    }
}
