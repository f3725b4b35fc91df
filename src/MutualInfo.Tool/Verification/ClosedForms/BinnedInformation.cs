using MathNet.Numerics.Integration;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>
/// What binning estimates as n grows: the information of a table of cell probabilities. Below the continuous truth, since binning is
/// a function of the variables. With it come the spread and the largest bias of a plug-in estimate from n samples.
/// </summary>
internal sealed record BinnedInformation
{
    // Kinks of the densities lie inside panels; with 8 of order 16 they cost a cell at most 1e-4, against bands of 1e-2.
    private const int Panels = 8;
    private const int Order = 16;

    private BinnedInformation(double[,] table)
    {
        int rows = table.GetLength(0);
        int columns = table.GetLength(1);
        double[] x = new double[rows];
        double[] y = new double[columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                x[i] += table[i, j];
                y[j] += table[i, j];
            }
        }

        double second = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                if (table[i, j] <= 0)
                    continue;
                double density = Math.Log(table[i, j] / (x[i] * y[j]));
                Nats += table[i, j] * density;
                second += table[i, j] * density * density;
            }
        }

        Variance = Math.Max(0, second - Nats * Nats);
        Freedom = (rows - 1) * (columns - 1);
    }

    /// <summary>Gets the information of the bins.</summary>
    public double Nats { get; }

    /// <summary>Gets the variance of ln p/(pₓ·p_y), which over n is that of the estimate.</summary>
    public double Variance { get; }

    /// <summary>Gets (K_x − 1)(K_y − 1).</summary>
    public int Freedom { get; }

    /// <summary>
    /// The band of a plug-in estimate: five standard errors below the bins' information, and as many above it and the bias. The bias is
    /// at most (K_x − 1)(K_y − 1)/2n to first order; the standard error of a table that is all but independent has √freedom/(√2·n) too.
    /// Edges at sample quantiles are as good as fixed ones where the density has no jumps.
    /// </summary>
    public Band BandFor(int n)
    {
        double error = Math.Sqrt(Variance / n + Freedom / (2.0 * n * n));
        return new Band(Nats - 5 * error, Nats + Freedom / (2.0 * n) + 5 * error, "information of the bins, bias and 5 standard errors");
    }

    /// <summary>Bins both variables of a pair at their quantiles.</summary>
    public static BinnedInformation AtQuantiles(PairModel model, int bins)
    {
        double[] shares = [.. Enumerable.Range(0, bins + 1).Select(i => (double)i / bins)];
        Quadrature quadrature = new(model.QuantileX, shares);
        double[] edges = new double[bins - 1];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = QuantileOfY(model, quadrature, shares[i + 1]);
        return Of(model, quadrature, edges);
    }

    /// <summary>Bins X at given probabilities (0 and 1 included) and Y at given inner edges.</summary>
    public static BinnedInformation At(PairModel model, double[] sharesX, double[] edgesY) =>
        Of(model, new Quadrature(model.QuantileX, sharesX), edgesY);

    /// <summary>Bins X at its quantiles, where Y is discrete: <paramref name="probability"/> is P(Y = y | X = x).</summary>
    public static BinnedInformation OfLabels(Func<double, double> quantileX, Func<int, double, double> probability, int letters, int bins)
    {
        double[] shares = [.. Enumerable.Range(0, bins + 1).Select(i => (double)i / bins)];
        Quadrature quadrature = new(quantileX, shares);
        double[,] table = new double[bins, letters];
        for (int i = 0; i < bins; i++)
        {
            for (int j = 0; j < letters; j++)
            {
                int y = j;
                table[i, j] = quadrature.Integrate(i, x => probability(y, x));
            }
        }

        return new BinnedInformation(table);
    }

    private static BinnedInformation Of(PairModel model, Quadrature quadrature, double[] edges)
    {
        double[,] table = new double[quadrature.Bins, edges.Length + 1];
        for (int i = 0; i < quadrature.Bins; i++)
        {
            double below = 0;
            double all = quadrature.Integrate(i, static _ => 1);
            for (int j = 0; j <= edges.Length; j++)
            {
                double upTo = j == edges.Length ? all : quadrature.Integrate(i, x => model.ConditionalCdf(edges[j], x));
                table[i, j] = Math.Max(0, upTo - below);
                below = upTo;
            }
        }

        return new BinnedInformation(table);
    }

    // Bisection needs nothing of Y but its distribution function, and ends at the last bit of any scale.
    private static double QuantileOfY(PairModel model, Quadrature quadrature, double share)
    {
        double low = -1e6;
        double high = 1e6;
        for (int i = 0; i < 70; i++)
        {
            double middle = (low + high) / 2;
            double below = 0;
            for (int bin = 0; bin < quadrature.Bins; bin++)
                below += quadrature.Integrate(bin, x => model.ConditionalCdf(middle, x));
            (low, high) = below < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Means over X in each of its bins, in the probability of X rather than X itself: infinite tails become finite.</summary>
    private sealed class Quadrature
    {
        private readonly (double X, double Weight)[][] _nodes;

        public Quadrature(Func<double, double> quantileX, double[] shares)
        {
            _nodes = new (double, double)[shares.Length - 1][];
            for (int bin = 0; bin < _nodes.Length; bin++)
            {
                List<(double, double)> nodes = [];
                double width = (shares[bin + 1] - shares[bin]) / Panels;
                for (int panel = 0; panel < Panels; panel++)
                {
                    double start = shares[bin] + panel * width;
                    GaussLegendreRule rule = new(start, start + width, Order);
                    for (int k = 0; k < Order; k++)
                        nodes.Add((quantileX(rule.Abscissas[k]), rule.Weights[k]));
                }

                _nodes[bin] = [.. nodes];
            }
        }

        public int Bins => _nodes.Length;

        public double Integrate(int bin, Func<double, double> f)
        {
            double sum = 0;
            foreach ((double x, double weight) in _nodes[bin])
                sum += weight * f(x);
            return sum;
        }
    }
}
