namespace MutualInfo.Recording.Drawing;

/// <summary>A place on the picture, in pixels from the top left.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A rectangle on the picture, in pixels from the top left.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public Spot Centre => new(Left + Width / 2, Top + Height / 2);

    public bool Contains(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public double OverlapWith(Box other)
    {
        double width = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        double height = Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);
        return width > 0 && height > 0 ? width * height : 0;
    }

    /// <summary>The spot of this rectangle that is nearest to another spot.</summary>
    public Spot Nearest(Spot spot) => new(Math.Clamp(spot.X, Left, Right), Math.Clamp(spot.Y, Top, Bottom));
}
