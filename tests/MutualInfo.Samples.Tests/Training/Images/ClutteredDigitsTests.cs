using MutualInfo.Training.Data;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.SampleTests.Training.Images;

public class ClutteredDigitsTests
{
    private static readonly LabeledData<float> _digits = DrawnDigits.Create(60, 1).Train;

    [Fact]
    public void Create_WithoutFragments_IsTheDigitAtItsPlaceAndPaper()
    {
        ClutteredDigits sheets = ClutteredDigits.Create(_digits, 40, fragments: 0, seed: 1);
        for (int i = 0; i < _digits.Count; i++)
        {
            for (int pixel = 0; pixel < 40 * 40; pixel++)
            {
                int row = (pixel / 40) - sheets.Places[i].Row, column = (pixel % 40) - sheets.Places[i].Column;
                bool isInside = row is >= 0 and < 28 && column is >= 0 and < 28;
                Assert.Equal(isInside ? _digits.Samples[i][(row * 28) + column] : 0, sheets.Data.Samples[i][pixel]);
            }
        }
    }

    [Fact]
    public void Create_Fragments_OnlyAddInkOfOtherDigits()
    {
        ClutteredDigits clear = ClutteredDigits.Create(_digits, 40, fragments: 0, seed: 1);
        ClutteredDigits sheets = ClutteredDigits.Create(_digits, 40, fragments: 6, seed: 1);
        Assert.Equal(_digits.Labels.ToArray(), sheets.Data.Labels.ToArray());
        Assert.Equal(clear.Places, sheets.Places);
        var inks = new HashSet<float>(_digits.Samples.Values.ToArray());
        int added = 0;
        for (int i = 0; i < sheets.Data.Samples.Values.Length; i++)
        {
            float before = clear.Data.Samples.Values[i], after = sheets.Data.Samples.Values[i];
            Assert.True(after >= before && inks.Contains(after), $"pixel {i} went from {before} to {after}");
            added += after > before ? 1 : 0;
        }

        // Six squares of 64 pixels a sheet, a tenth of them inked, some on the digit or on each other.
        Assert.InRange(added / (double)sheets.Data.Count, 10, 6 * 64 / 2.0);
    }

    [Fact]
    public void Create_Places_ReachEveryEdge()
    {
        ClutteredDigits sheets = ClutteredDigits.Create(_digits, 31, fragments: 2, seed: 3);
        Assert.Equal([0, 1, 2, 3], sheets.Places.Select(place => place.Row).Distinct().Order());
        Assert.Equal([0, 1, 2, 3], sheets.Places.Select(place => place.Column).Distinct().Order());
    }

    [Fact]
    public void Create_SmallerThanTheDigit_IsRefused() =>
        Assert.Equal("side", Assert.Throws<ArgumentOutOfRangeException>(() => ClutteredDigits.Create(_digits, 27, 1, 1)).ParamName);
}
