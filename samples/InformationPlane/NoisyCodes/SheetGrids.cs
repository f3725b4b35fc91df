using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Where the windows of the convolutional network lie on a sheet of some side.</summary>
public sealed class SheetGrids(int side)
{
    private const int FirstSize = 6;
    private const int FirstStride = 3;
    private const int Size = 3;

    public Patches<float> NewFirst() => new(1, side, side, FirstSize, FirstStride);

    public Patches<float> NewSecond(int channels) => Next(channels, NewFirst());

    public Patches<float> NewThird(int channels) => Next(channels, NewSecond(1));

    /// <summary>Gives the pixel, down and across alike, in the middle of what a window of a noisy layer sees.</summary>
    /// <param name="code">Which noisy layer: 0 is that of the second windows, 1 that of the third.</param>
    /// <param name="index">The row or column of the window.</param>
    public static double Middle(int code, int index) => ((index + 1 + code) * FirstStride) + ((FirstSize - 1) / 2.0);

    private static Patches<float> Next(int channels, Patches<float> before) => new(channels, before.Rows, before.Columns, Size, 1);
}
