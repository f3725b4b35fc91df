namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>A distribution of two vectors with known information: a base distribution, and a one-to-one map of each vector.</summary>
/// <param name="Number">Its number in the list of 40.</param>
/// <param name="Id">Its name in the benchmark.</param>
/// <param name="Truth">I(X;Y) in nats, by the formula of the base distribution; the maps do not change it.</param>
/// <param name="Base">Draws one pair from the base distribution.</param>
internal sealed record BenchmarkTask(int Number, string Id, double Truth, Func<RandomSource, (double[] X, double[] Y)> Base)
{
    /// <summary>Gets the map of X. <value>The default is the identity.</value></summary>
    public Func<double[], double[]> MapX { get; init; } = static x => x;

    /// <summary>Gets the map of Y. <value>The default is the identity.</value></summary>
    public Func<double[], double[]> MapY { get; init; } = static y => y;

    /// <summary>Draws n pairs.</summary>
    public TaskSample Sample(int n, RandomSource random)
    {
        SampleMatrix<double>? x = null;
        SampleMatrix<double>? y = null;
        for (int i = 0; i < n; i++)
        {
            (double[] left, double[] right) = Base(random);
            left = MapX(left);
            right = MapY(right);
            (x ??= new SampleMatrix<double>(left.Length, n)).Append(left);
            (y ??= new SampleMatrix<double>(right.Length, n)).Append(right);
        }

        return new TaskSample(x!, y!);
    }
}

/// <summary>n pairs drawn from a task.</summary>
internal sealed record TaskSample(SampleMatrix<double> X, SampleMatrix<double> Y);
