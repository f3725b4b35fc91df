using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>The bias that a smaller k shows.</summary>
/// <param name="Nats">The value less what it tends to as neighbourhoods shrink to nothing, in nats.</param>
/// <param name="StandardError">What chance alone adds to that, in nats.</param>
internal readonly record struct NeighbourhoodBias(double Nats, double StandardError);

/// <summary>
/// How the value at k neighbours differs from that at fewer of the same search, and where that leads: were the density even within
/// every neighbourhood, as the formulas take it to be, both would be the same but for chance.
/// </summary>
/// <remarks>
/// To leading order the bias is in proportion to the square of the radius: of a smooth density what is linear in the radius has no
/// mean over a neighbourhood. So with ρ the ratio of the smaller radius to the greater (the geometric mean over samples, which knows
/// the dimension that the samples have) and Δ the smaller k's value less the greater's, the greater's bias is −Δ/(1 − ρ²). Where the
/// density has edges the bias falls more slowly, and this is the least that it can be.
/// </remarks>
internal sealed class NeighbourhoodTrend : IDisposable
{
    private readonly Rented<double> _digammas;
    private readonly int _count;
    private double _sum;
    private double _squares;
    private double _logRatios;
    private int _ratios;

    /// <summary>Begins, for counts from 1 to n.</summary>
    public NeighbourhoodTrend(int count)
    {
        _count = count;
        _digammas = new Rented<double>(count + 1);
        double harmonic = 0;
        for (int i = 1; i <= count; i++)
        {
            _digammas.Array[i] = harmonic;
            harmonic += 1.0 / i;
        }
    }

    /// <summary>ψ(c) but for a constant: enough for a spread.</summary>
    public double Digamma(int count) => _digammas.Array[count];

    /// <summary>Adds a sample.</summary>
    /// <param name="shell">Its neighbourhood at k.</param>
    /// <param name="smaller">Its neighbourhood at the smaller k.</param>
    /// <param name="margins">The sum of the digammas of its counts in the margins, at k less at the smaller k.</param>
    public void Add(NeighbourShell shell, NeighbourShell smaller, double margins)
    {
        double change = margins + Digamma(smaller.JointCount) - Digamma(shell.JointCount);
        _sum += change;
        _squares += change * change;
        if (smaller.Radius == 0)
            return;
        _logRatios += Math.Log(smaller.Radius / shell.Radius);
        _ratios++;
    }

    /// <summary>The bias, given the smaller k's value less the greater's, in nats.</summary>
    public NeighbourhoodBias Bias(double change)
    {
        double shrinking = 1 - Math.Exp(2 * _logRatios / Math.Max(1, _ratios));
        double mean = _sum / _count;
        double variance = Math.Max(0, _squares / _count - mean * mean);
        return new NeighbourhoodBias(-change / shrinking, Math.Sqrt(variance / _count) / shrinking);
    }

    public void Dispose() => _digammas.Dispose();
}
