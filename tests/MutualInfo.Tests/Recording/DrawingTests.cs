using System.Globalization;
using MutualInfo.Recording;
using MutualInfo.Recording.Drawing;

namespace MutualInfo.Tests.Recording;

public class DrawingTests
{
    [Fact]
    public void Ticks_ManyRanges_AreRoundInsideAndFew()
    {
        Random random = new(3);
        for (int trial = 0; trial < 2000; trial++)
        {
            double low = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4));
            double high = low + Math.Pow(10, random.Next(-3, 4)) * (0.1 + random.NextDouble());
            IReadOnlyList<(double Value, string Label)> ticks = Ticks.Between(low, high, 5);
            double slack = 1e-8 * (high - low);
            Assert.InRange(ticks.Count, 2, 9);
            Assert.All(ticks, tick => Assert.InRange(tick.Value, low - slack, high + slack));
            Assert.Equal(ticks.Count, ticks.Select(tick => tick.Label).Distinct().Count());
        }
    }

    [Fact]
    public void Ticks_NegativeRange_HaveAMinusSign() =>
        Assert.Equal(["−0.4", "−0.2", "0.0", "0.2"], Ticks.Between(-0.45, 0.31, 5).Select(tick => tick.Label));

    [Fact]
    public void ColourMap_FromStartToEnd_GrowsEvenlyLighter()
    {
        double[] lightness = [.. Enumerable.Range(0, 17).Select(i => Lightness(ColourMap.At(i / 16.0)))];
        IEnumerable<double> steps = lightness.Skip(1).Zip(lightness, (after, before) => after - before);
        // Viridis itself is even to about a point of L*; nine anchors bend it by little more.
        Assert.All(steps, step => Assert.InRange(step, 2.5, 6.5));
        Assert.Equal("#440154", ColourMap.At(-1));
        Assert.Equal("#fde725", ColourMap.At(2));
    }

    [Theory]
    [InlineData(0, 50, false)]
    [InlineData(0, 100, false)]
    [InlineData(0, 101, true)]
    [InlineData(5, 500, false)]
    [InlineData(5, 501, true)]
    public void EpochScale_SpanInDecades_DecidesTheScale(int first, int last, bool isLogarithmic)
    {
        EpochScale scale = new([first, last]);
        Assert.Equal(isLogarithmic, scale.IsLogarithmic);
        Assert.Equal((0.0, 1.0), (scale.Place(first), scale.Place(last)));
    }

    [Fact]
    public void EpochScale_Marks_LieOnTheBarAndApart()
    {
        foreach ((int first, int last) in new[] { (0, 1), (0, 7), (0, 4000), (3, 999), (7, 99_999), (0, int.MaxValue) })
        {
            EpochScale scale = new([first, last]);
            IReadOnlyList<(double Epoch, string Label)> marks = scale.Marks(0.06);
            double[] labelled = [.. marks.Where(mark => mark.Label.Length > 0).Select(mark => scale.Place(mark.Epoch)).Order()];
            Assert.All(marks, mark => Assert.InRange(scale.Place(mark.Epoch), 0, 1));
            Assert.All(labelled.Skip(1).Zip(labelled), pair => Assert.True(pair.First - pair.Second >= 0.06));
            Assert.InRange(labelled.Length, 2, 13);
        }
    }

    [Fact]
    public void TextWidth_Wrapped_BreaksAfterACommaAndFits()
    {
        string title = "matrix Rényi (α = 2), Tapia-Estévez σ (γ = 1), z-scored";
        Assert.Equal(["matrix Rényi (α = 2),", "Tapia-Estévez σ (γ = 1), z-scored"], TextWidth.Wrapped(title, 13, 240, 2));
        Assert.Equal([title], TextWidth.Wrapped(title, 13, 900, 2));
        Assert.All(TextWidth.Wrapped(new string('W', 200), 13, 240, 2), line => Assert.True(TextWidth.Of(line, 13) <= 240));
    }

    [Fact]
    public void LayerNameOrder_RunsOfDigits_CountAsNumbers()
    {
        string[] ordered = ["a", "a1", "a2", "a02b", "a10", "a99999999999999999999", "a100000000000000000000", "b", "b-1"];
        string[] shuffled = [.. ordered];
        new Random(1).Shuffle(shuffled);
        Assert.Equal(ordered, shuffled.Order(LayerNameOrder.Instance));
        Assert.NotEqual(0, LayerNameOrder.Instance.Compare("a1", "a01"));
        Assert.Equal(0, LayerNameOrder.Instance.Compare("a1", "a1"));
    }

    // CIE L*, from sRGB.
    private static double Lightness(string colour)
    {
        double luminance = 0.2126 * Linear(1) + 0.7152 * Linear(3) + 0.0722 * Linear(5);
        return 116 * Math.Cbrt(luminance) - 16;

        double Linear(int start)
        {
            double value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }
}
