using System.Globalization;

namespace MutualInfo.Recording.Drawing;

/// <summary>Epochs as places from 0 to 1 on the colour map: linear, or logarithmic where they span more than two decades.</summary>
internal sealed class EpochScale
{
    public EpochScale(IReadOnlyCollection<int> epochs)
    {
        First = epochs.Min();
        Last = epochs.Max();
        IsLogarithmic = Last > 100L * Math.Max(First, 1);
    }

    public int First { get; }

    public int Last { get; }

    public bool IsLogarithmic { get; }

    public bool IsSingle => First == Last;

    public string Colour(int epoch) => ColourMap.At(Place(epoch));

    public double Place(double epoch)
    {
        if (IsSingle)
            return 0.5;
        return IsLogarithmic
            ? (Logarithm(epoch) - Logarithm(First)) / (Logarithm(Last) - Logarithm(First))
            : (epoch - First) / ((double)Last - First);

        // Epoch 0, the untrained network, belongs on the scale and has no logarithm.
        static double Logarithm(double value) => Math.Log(1 + value);
    }

    /// <summary>The epochs to mark, no two labels nearer than <paramref name="spacing"/>, a share of the scale. Unlabelled ones are minor.</summary>
    public IReadOnlyList<(double Epoch, string Label)> Marks(double spacing)
    {
        if (!IsLogarithmic)
            return Ticks.Between(First, Last, 5, leastStep: 1);

        List<(double, string)> marks = [(First, Text(First)), (Last, Text(Last))];
        List<double> labelled = [Place(First), Place(Last)];
        for (double decade = 1; decade <= Last; decade *= 10)
        {
            for (int multiple = 1; multiple <= 9; multiple++)
            {
                double epoch = multiple * decade;
                if (epoch <= First || epoch >= Last)
                    continue;
                bool fits = multiple == 1 && labelled.TrueForAll(place => Math.Abs(place - Place(epoch)) >= spacing);
                if (fits)
                    labelled.Add(Place(epoch));
                marks.Add((epoch, fits ? Text(epoch) : ""));
            }
        }

        return marks;
    }

    private static string Text(double epoch) => epoch.ToString("0", CultureInfo.InvariantCulture);
}
