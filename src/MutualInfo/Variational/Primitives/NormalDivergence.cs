namespace MutualInfo.Variational.Primitives;

/// <summary>KL(N(μ, σ²) ‖ N(0, 1)), in nats.</summary>
internal static class NormalDivergence
{
    public static double Nats(double mean, double deviation) =>
        (0.5 * ((mean * mean) + (deviation * deviation) - 1)) - Math.Log(deviation);
}
