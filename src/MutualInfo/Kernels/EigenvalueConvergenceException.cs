namespace MutualInfo.Kernels;

/// <summary>The eigenvalue iteration used up its budget. It ends with this rather than run on or return part of a spectrum.</summary>
public sealed class EigenvalueConvergenceException : ArithmeticException
{
    /// <summary>Makes the exception without a message of its own.</summary>
    public EigenvalueConvergenceException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public EigenvalueConvergenceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public EigenvalueConvergenceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal EigenvalueConvergenceException(int order, int iterations)
        : base(FormattableString.Invariant($"The eigenvalues of a matrix of order {order} did not converge in {iterations} iterations. Please report the matrix."))
    {
        Order = order;
        Iterations = iterations;
    }

    /// <summary>Gets the order of the matrix.</summary>
    public int Order { get; }

    /// <summary>Gets the iterations that were made.</summary>
    public int Iterations { get; }
}
