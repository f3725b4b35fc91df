namespace MutualInfo.Reference;

/// <summary>Nearest-neighbour estimates as the papers write them, all pairs at a time and digammas as sums in decimal. In nats.</summary>
public static class NearestNeighbours
{
    // ψ(1), ψ(2), …, as far as has been asked for.
    private static readonly List<decimal> _digammas = [-0.5772156649015328606065120901m];

    /// <summary>Kraskov, Stögbauer and Grassberger 2004, equation 8. For samples without ties.</summary>
    public static double Kraskov(double[] x, int dx, double[] y, int dy, int k)
    {
        int n = x.Length / dx;
        decimal sum = 0;
        for (int i = 0; i < n; i++)
        {
            (double[] fromX, double[] fromY) = (Distances(x, dx, i), Distances(y, dy, i));
            double radius = Others(Joint(fromX, fromY), i).Order().ElementAt(k - 1);
            int nx = Others(fromX, i).Count(distance => distance < radius);
            int ny = Others(fromY, i).Count(distance => distance < radius);
            sum += Digamma(nx + 1) + Digamma(ny + 1);
        }

        return (double)(Digamma(k) + Digamma(n) - sum / n);
    }

    /// <summary>Kraskov, Stögbauer and Grassberger 2004, equation 9: the rectangles. For samples without ties.</summary>
    public static double KraskovRectangles(double[] x, int dx, double[] y, int dy, int k)
    {
        int n = x.Length / dx;
        decimal sum = 0;
        for (int i = 0; i < n; i++)
        {
            (double[] fromX, double[] fromY) = (Distances(x, dx, i), Distances(y, dy, i));
            double[] joint = Joint(fromX, fromY);
            int self = i;
            int[] near = [.. Enumerable.Range(0, n).Where(j => j != self).OrderBy(j => joint[j]).Take(k)];
            double sideX = near.Max(j => fromX[j]);
            double sideY = near.Max(j => fromY[j]);
            sum += Digamma(Others(fromX, i).Count(distance => distance <= sideX)) + Digamma(Others(fromY, i).Count(distance => distance <= sideY));
        }

        return (double)(Digamma(k) - 1m / k + Digamma(n) - sum / n);
    }

    /// <summary>Ross 2014, with as many neighbours as there are where a label has k samples or fewer; a label seen once adds 0. For samples without ties.</summary>
    public static double Ross(double[] x, int d, int[] labels, int k)
    {
        int n = labels.Length;
        decimal sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] from = Distances(x, d, i);
            int self = i;
            double[] same = [.. Enumerable.Range(0, n).Where(j => j != self && labels[j] == labels[self]).Select(j => from[j]).Order()];
            if (same.Length == 0)
                continue;
            int own = Math.Min(k, same.Length);
            int m = Others(from, i).Count(distance => distance < same[own - 1]);
            sum += Digamma(own) + Digamma(n) - Digamma(same.Length + 1) - Digamma(m + 1);
        }

        return (double)(sum / n);
    }

    /// <summary>The first with the tie rule of the library: a share r/(s + 1) of what lies at exactly the radius, all that is equal where it is 0.</summary>
    public static double KraskovWithTies(double[] x, int dx, double[] y, int dy, int k)
    {
        int n = x.Length / dx;
        decimal sum = 0;
        for (int i = 0; i < n; i++)
        {
            (double[] fromX, double[] fromY) = (Distances(x, dx, i), Distances(y, dy, i));
            double[] joint = [.. Others(Joint(fromX, fromY), i).Order()];
            (int own, Func<double[], int> count) = Ties(joint, k);
            sum += Digamma(own) + Digamma(n) - Digamma(count(fromX)) - Digamma(count(fromY));
        }

        return (double)(sum / n);
    }

    /// <summary>Ross's with the same tie rule.</summary>
    public static double RossWithTies(double[] x, int d, int[] labels, int k)
    {
        int n = labels.Length;
        decimal sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] from = Distances(x, d, i);
            int self = i;
            double[] same = [.. Enumerable.Range(0, n).Where(j => j != self && labels[j] == labels[self]).Select(j => from[j]).Order()];
            if (same.Length == 0)
                continue;
            (int own, Func<double[], int> count) = Ties(same, Math.Min(k, same.Length));
            sum += Digamma(own) + Digamma(n) - Digamma(same.Length + 1) - Digamma(count(from));
        }

        return (double)(sum / n);
    }

    /// <summary>The distance in the maximum norm of every row from row i, itself included.</summary>
    public static double[] Distances(double[] values, int dimension, int i)
    {
        double[] distances = new double[values.Length / dimension];
        for (int j = 0; j < distances.Length; j++)
        {
            for (int k = 0; k < dimension; k++)
                distances[j] = Math.Max(distances[j], Math.Abs(values[i * dimension + k] - values[j * dimension + k]));
        }

        return distances;
    }

    // How many count as neighbours in the joint space, and how many of the distances in a margin, each with the sample itself.
    private static (int Own, Func<double[], int> Count) Ties(double[] sorted, int k)
    {
        double radius = sorted[k - 1];
        int sharing = sorted.Count(distance => distance == radius);
        int among = k - sorted.Count(distance => distance < radius);
        return radius == 0
            ? (sharing + 1, distances => distances.Count(distance => distance == 0))
            : (k, distances => distances.Count(distance => distance < radius) + distances.Count(distance => distance == radius) * among / (sharing + 1));
    }

    private static double[] Joint(double[] x, double[] y) => [.. x.Zip(y, Math.Max)];

    private static IEnumerable<double> Others(double[] distances, int self) => distances.Where((_, j) => j != self);

    private static decimal Digamma(int count)
    {
        lock (_digammas)
        {
            for (int i = _digammas.Count; i < count; i++)
                _digammas.Add(_digammas[i - 1] + 1m / i);
            return _digammas[count - 1];
        }
    }
}
