namespace MutualInfo.Discrete.Primitives;

/// <summary>A weight, and the weight times the deviation of a function from a fixed value.</summary>
internal readonly record struct Moments(double Weight, double Deviation)
{
    public static Moments operator +(Moments left, Moments right) =>
        new(left.Weight + right.Weight, left.Deviation + right.Deviation);

    public static Moments operator -(Moments left, Moments right) =>
        new(left.Weight - right.Weight, left.Deviation - right.Deviation);

    public static Moments operator *(double factor, Moments moments) => new(factor * moments.Weight, factor * moments.Deviation);
}
