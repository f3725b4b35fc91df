namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>The Householder reflection I − τvvᵀ, v = (1, scale·x), that turns (α, x) into (β, 0).</summary>
/// <remarks>Source: LAPACK's dlarfg. β has the sign that avoids cancellation.</remarks>
internal readonly struct Reflector
{
    // Squares of a matrix scaled to about 1: what is below them is rounding, and would make the reflection lose its orthogonality.
    private const double LeastSquare = 1e-300;

    private Reflector(double beta, double tau, double scale)
    {
        Beta = beta;
        Tau = tau;
        Scale = scale;
    }

    /// <summary>Gets β, which becomes the coupling of the tridiagonal matrix.</summary>
    public double Beta { get; }

    /// <summary>Gets τ; 0 where there is nothing to reflect.</summary>
    public double Tau { get; }

    /// <summary>Gets what x is multiplied by to give v behind its leading 1.</summary>
    public double Scale { get; }

    /// <summary>Makes the reflection from α and the sum of the squares of x.</summary>
    public static Reflector Of(double alpha, double squares)
    {
        if (squares < LeastSquare)
            return new Reflector(alpha, 0, 0);
        double norm = Math.Sqrt(alpha * alpha + squares);
        double beta = alpha < 0 ? norm : -norm;
        return new Reflector(beta, (beta - alpha) / beta, 1 / (alpha - beta));
    }
}
