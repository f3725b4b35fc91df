using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace MutualInfo.Peers.Contender;

/// <summary>MathNet's symmetric eigenvalue decomposition, managed as ours is. It has no form without eigenvectors, so those are timed too.</summary>
internal static class MathNetPeer
{
    public static Work Eigenvalues(Request request)
    {
        double[] values = request.Doubles("matrix");
        int n = (int)Math.Sqrt(values.Length);
        DenseMatrix matrix = new(n, n, values);
        double[] found = [];
        return new Work(
            () => found = [.. matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real)],
            () => [.. found.Order()]);
    }
}
