namespace MutualInfo.Training.Data.Images;

/// <summary>Digits on a larger sheet, each at a random place among fragments of other digits, after Mnih et al. (2014).</summary>
/// <param name="Data">The sheets, shape <c>(images, side²)</c>, and the class of the whole digit of each.</param>
/// <param name="Side">Height and width of a sheet.</param>
/// <param name="DigitSide">Height and width of the square that the digit came in.</param>
/// <param name="Places">Row and column of the upper left corner of that square, for every sheet.</param>
public sealed record ClutteredDigits(LabeledData<float> Data, int Side, int DigitSide, IReadOnlyList<(int Row, int Column)> Places)
{
    /// <summary>Height and width of a fragment: large enough for a stroke, too small for a digit.</summary>
    public const int FragmentSide = 8;

    /// <summary>Makes one sheet of every digit; ink upon ink is the darker of the two.</summary>
    /// <param name="digits">Square images.</param>
    /// <param name="side">Height and width of the sheets, at least those of the digits.</param>
    /// <param name="fragments">Fragments on a sheet, each cut out of another digit of the set.</param>
    /// <param name="seed">Sheet i depends on the digits, the seed and i alone.</param>
    public static ClutteredDigits Create(LabeledData<float> digits, int side, int fragments, int seed)
    {
        ArgumentNullException.ThrowIfNull(digits);
        int digitSide = (int)Math.Sqrt(digits.Samples.Columns);
        if (digitSide * digitSide != digits.Samples.Columns)
            throw new ArgumentException($"Images of {digits.Samples.Columns} pixels are not square.", nameof(digits));
        ArgumentOutOfRangeException.ThrowIfLessThan(side, digitSide);
        ArgumentOutOfRangeException.ThrowIfNegative(fragments);

        var sheets = new Matrix<float>(digits.Count, side * side);
        sheets.Values.Clear();
        (int Row, int Column)[] places = new (int Row, int Column)[digits.Count];
        for (int i = 0; i < digits.Count; i++)
        {
            Random random = ImageSeeds.RandomFor(seed, i);
            places[i] = (random.Next(side - digitSide + 1), random.Next(side - digitSide + 1));
            Paste(digits.Samples[i], digitSide, (0, 0), digitSide, sheets[i], side, places[i]);
            for (int fragment = 0; fragment < fragments; fragment++)
            {
                int other = random.Next(digits.Count);
                (int, int) from = (random.Next(digitSide - FragmentSide + 1), random.Next(digitSide - FragmentSide + 1));
                (int, int) to = (random.Next(side - FragmentSide + 1), random.Next(side - FragmentSide + 1));
                Paste(digits.Samples[other], digitSide, from, FragmentSide, sheets[i], side, to);
            }
        }

        return new ClutteredDigits(new LabeledData<float>(sheets, digits.Labels.ToArray()), side, digitSide, places);
    }

    private static void Paste(
        ReadOnlySpan<float> image, int imageSide, (int Row, int Column) from, int size, Span<float> sheet, int side, (int Row, int Column) to)
    {
        for (int row = 0; row < size; row++)
        {
            ReadOnlySpan<float> source = image.Slice(((from.Row + row) * imageSide) + from.Column, size);
            Span<float> target = sheet.Slice(((to.Row + row) * side) + to.Column, size);
            for (int column = 0; column < size; column++)
                target[column] = Math.Max(target[column], source[column]);
        }
    }
}
