namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// Bounds of S_α of a matrix A of trace 1 of which a part of low rank is known: A = B + R, R positive semidefinite with trace τ.
/// </summary>
/// <remarks>
/// <para>
/// By Weyl each eigenvalue of A is at least that of B with the same number, and the differences sum to τ. With f(λ) = λ^α, or −λ
/// ln λ at order 1, r the rank that R can have and λ₁ the largest eigenvalue of B,
/// </para>
/// <para>
/// convex f (α above 1): Σf(λᵢ(B)) + r·f(τ/r) ≤ tr f(A) ≤ Σf(λᵢ(B)) + f(λ₁ + τ) − f(λ₁). On the left McCarthy's
/// superadditivity and the mean of powers; on the right a convex function takes its greatest value over all ways to spread τ
/// where all of it goes to one eigenvalue, and the largest gains most. Concave f (α up to 1): the two change sides, the left
/// one being Rotfel'd's inequality.
/// </para>
/// <para>
/// Eigenvalues that are wrong by η in sum move the power sum, anchored to a trace that is wrong by ζ, by at most k·h(η/k) + (α −
/// 1)·η + α·ζ between orders 1 and 2, where h(λ) = λ − λ^α is concave where it rises and falls more slowly than (α − 1)·λ after
/// that; by 2α·η from order 2 on; by k^(1−α)·η^α + ζ below order 1, where (a + b)^α ≤ a^α + b^α; and by η·(1 + ln(n/η)) at it.
/// Sources: McCarthy, Israel J. Math. 5:249 (1967); Rotfel'd, Funct. Anal. Appl. 1:252 (1967).
/// </para>
/// </remarks>
/// <param name="order">α.</param>
/// <param name="eigenvalues">Those of B, in any order; what is not above 0 is rounding.</param>
/// <param name="residual">τ.</param>
/// <param name="rounding">η: what the eigenvalues may be wrong by, in sum.</param>
/// <param name="traceRounding">ζ: what τ may be wrong by.</param>
/// <param name="remainingRank">r.</param>
/// <param name="count">The number of eigenvalues of A that may differ from 0.</param>
internal sealed class EntropyBounds(
    double order, double[] eigenvalues, double residual, double rounding, double traceRounding, int remainingRank, int count)
{
    private const double Epsilon = 2.220446049250313e-16;

    private readonly double[] _eigenvalues = [.. eigenvalues.Where(value => value > 0).Select(value => Math.Min(1, value))];
    private readonly double _most = Math.Min(1, residual + traceRounding);
    private readonly double _least = Math.Max(0, residual - traceRounding);
    private readonly double _ranks = Math.Max(1, remainingRank);

    /// <summary>S_α in nats: a number that is not above it, and one that is not below it.</summary>
    public (double Lower, double Upper) Nats()
    {
        double largest = _eigenvalues.Length == 0 ? 0 : _eigenvalues.Max();
        (double lower, double upper) = order switch
        {
            1 => VonNeumann(largest),
            double.PositiveInfinity => (-Math.Log(largest + _most + rounding), largest > rounding ? -Math.Log(largest - rounding) : double.PositiveInfinity),
            < 1 => BelowOne(largest),
            < 2 => AboveOne(largest),
            _ => FromTwo(largest),
        };

        // No entropy of n shares leaves [0, ln n]; the last digits are those of the logarithms above.
        double limit = Math.Log(count);
        double slack = 4 * Epsilon * (1 + limit);
        return (Math.Clamp(lower - slack, 0, limit), double.IsNaN(upper) ? limit : Math.Clamp(upper + slack, 0, limit + slack));
    }

    private (double Lower, double Upper) VonNeumann(double largest)
    {
        double sum = 0;
        foreach (double value in _eigenvalues)
            sum -= value * Math.Log(value);
        double error = rounding * (1 + Math.Log(Math.Max(2, count) / rounding));
        double spread = _most * Math.Log(_ranks / _most);
        return (sum + Plain(largest + _least) - Plain(largest) - error, sum + spread + error);
    }

    private (double Lower, double Upper) BelowOne(double largest)
    {
        double error = Math.Pow(_eigenvalues.Length, 1 - order) * Math.Pow(rounding, order) + traceRounding;
        double lower = Excess() + Gain(largest, _least) - error;
        double upper = Excess() + Spread(_most) + error;
        return (NearOne.Log1P(lower) / (1 - order), NearOne.Log1P(upper) / (1 - order));
    }

    private (double Lower, double Upper) AboveOne(double largest)
    {
        double each = rounding / Math.Max(1, _eigenvalues.Length);
        double error = rounding * (1 - Math.Pow(each, order - 1)) + (order - 1) * rounding + order * traceRounding;
        double least = Excess() + Spread(_least) - error;
        double greatest = Excess() + Gain(largest, _most) + error;
        return (NearOne.Log1P(greatest) / (1 - order), least > -1 ? NearOne.Log1P(least) / (1 - order) : double.PositiveInfinity);
    }

    // Relative to the largest eigenvalue, so that no power underflows at high orders.
    private (double Lower, double Upper) FromTwo(double largest)
    {
        if (largest == 0)
            return (0, double.PositiveInfinity);
        double sum = 0;
        foreach (double value in _eigenvalues)
            sum += Math.Exp(order * Math.Log(value / largest));
        double error = 2 * order * Math.Pow(1 + (_most + rounding) / largest, order - 1) * rounding / largest;
        double least = sum + _ranks * Math.Pow(_least / _ranks / largest, order) - error;
        double greatest = sum + NearOne.ExpM1(order * NearOne.Log1P(_most / largest)) + error;
        double scale = order * Math.Log(largest);
        return ((scale + Math.Log(greatest)) / (1 - order), least > 0 ? (scale + Math.Log(least)) / (1 - order) : double.PositiveInfinity);
    }

    /// <summary>
    /// Σλ^α − 1 of what is known, anchored to the trace: Σλ = 1 − τ exactly, and Σ(λ^α − λ) is small near order 1.
    /// </summary>
    private double Excess()
    {
        double sum = -residual;
        foreach (double value in _eigenvalues)
            sum += value * NearOne.ExpM1((order - 1) * Math.Log(value));
        return sum;
    }

    /// <summary>(λ₁ + τ)^α − λ₁^α.</summary>
    private double Gain(double largest, double tau) =>
        largest == 0 ? Math.Pow(tau, order) : Math.Pow(largest, order) * NearOne.ExpM1(order * NearOne.Log1P(tau / largest));

    /// <summary>r·(τ/r)^α.</summary>
    private double Spread(double tau) => _ranks * Math.Pow(tau / _ranks, order);

    private static double Plain(double value) => value > 0 ? -value * Math.Log(value) : 0;
}
