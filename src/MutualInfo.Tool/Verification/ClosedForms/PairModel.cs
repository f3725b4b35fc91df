namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>A joint distribution of two numbers, described well enough to sample it and to compute the information of any bins.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Truth">I(X;Y) in nats.</param>
/// <param name="QuantileX">The inverse of X's distribution function, on (0, 1).</param>
/// <param name="ConditionalCdf">P(Y ≤ y | X = x), as a function of y and x.</param>
/// <param name="SampleY">Draws Y given x.</param>
internal sealed record PairModel(
    string Name,
    double Truth,
    Func<double, double> QuantileX,
    Func<double, double, double> ConditionalCdf,
    Func<double, RandomSource, double> SampleY)
{
    /// <summary>Draws n pairs. X by its quantile function, so that a wrong one would show as a wrong estimate.</summary>
    public (double[] X, double[] Y) Sample(int n, RandomSource random)
    {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = QuantileX(random.Uniform());
            y[i] = SampleY(x[i], random);
        }

        return (x, y);
    }
}
