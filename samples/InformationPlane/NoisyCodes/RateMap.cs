using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>The rate of every place of one noisy layer.</summary>
/// <param name="Code">Which noisy layer, from 0.</param>
/// <param name="Side">The places of a row or column.</param>
/// <param name="Nats">The rates in nats, shape <c>(sheets, side²)</c>.</param>
public sealed record RateMap(int Code, int Side, double[,] Nats)
{
    // What a window is judged by: ink within 4 pixels of its middle, at least as much as a short stroke has.
    private const int Reach = 4;
    private const double Ink = 8;

    // A digit is written in the inner 20 × 20 of its 28 × 28 pixels, as MNIST's are.
    private const int Margin = 4;

    /// <summary>Gives the mean rate of the places with ink: of those on the digit, and of those beside it, which are on clutter.</summary>
    public (double Digit, double Clutter) OnInk(ClutteredDigits sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        double digit = 0, clutter = 0;
        int digits = 0, clutters = 0;
        for (int sheet = 0; sheet < Nats.GetLength(0); sheet++)
        {
            for (int place = 0; place < Side * Side; place++)
            {
                double row = SheetGrids.Middle(Code, place / Side), column = SheetGrids.Middle(Code, place % Side);
                if (InkAround(sheets, sheet, row, column) < Ink)
                    continue;
                (int top, int left) = sheets.Places[sheet];
                int inner = sheets.DigitSide - (2 * Margin);
                double outside = Math.Max(Outside(row - top - Margin, inner), Outside(column - left - Margin, inner));

                // On the digit, or so far from it that the ink that was counted is not its own.
                if (outside <= 0)
                    (digit, digits) = (digit + Nats[sheet, place], digits + 1);
                else if (outside > Reach)
                    (clutter, clutters) = (clutter + Nats[sheet, place], clutters + 1);
            }
        }

        return (digit / digits, clutter / clutters);
    }

    private static double Outside(double offset, int side) => Math.Max(-offset, offset - (side - 1));

    private static double InkAround(ClutteredDigits sheets, int sheet, double row, double column)
    {
        ReadOnlySpan<float> pixels = sheets.Data.Samples[sheet];
        double ink = 0;
        for (int y = Math.Max(0, (int)row - Reach); y <= Math.Min(sheets.Side - 1, (int)row + Reach); y++)
        {
            for (int x = Math.Max(0, (int)column - Reach); x <= Math.Min(sheets.Side - 1, (int)column + Reach); x++)
                ink += pixels[(y * sheets.Side) + x];
        }

        return ink;
    }
}
