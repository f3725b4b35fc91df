using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>What the reduction of a batch works on.</summary>
/// <param name="Places">The matrices, the largest first.</param>
/// <param name="Matrices">Their entries.</param>
/// <param name="Column">The column that is being reduced, as all reflectors before it leave it.</param>
/// <param name="Tails">The sums of the squares of its entries below the coupling, one for each group of rows.</param>
/// <param name="V">The reflectors of the panel: reflector r of a matrix at panelWidth·Vectors + r·n.</param>
/// <param name="W">What they are paired with: A − Σ(vwᵀ + wvᵀ) is the matrix after the panel.</param>
/// <param name="Dots">For each matrix and reflector r of the panel W_r·v, and behind those V_r·v, v being the newest.</param>
/// <param name="Sums">Partial sums of the matrix times v.</param>
/// <param name="Forms">vᵀAv over each tile.</param>
/// <param name="Tau">The τ of the newest reflector of each matrix.</param>
/// <param name="Diagonal">Receives the diagonal of the tridiagonal matrix.</param>
/// <param name="Couplings">Receives the couplings: entry i couples rows i − 1 and i, and entry 0 is 0.</param>
/// <param name="Side">The rows and columns of a tile.</param>
/// <param name="PanelWidth">The most reflectors of a panel.</param>
/// <param name="ColumnGroup">The rows of each group that left an entry in <paramref name="Tails"/>.</param>
internal readonly record struct ReductionViews(
    ArrayView<MatrixPlace> Places,
    ArrayView<double> Matrices,
    ArrayView<double> Column,
    ArrayView<double> Tails,
    ArrayView<double> V,
    ArrayView<double> W,
    ArrayView<double> Dots,
    ArrayView<double> Sums,
    ArrayView<double> Forms,
    ArrayView<double> Tau,
    ArrayView<double> Diagonal,
    ArrayView<double> Couplings,
    int Side,
    int PanelWidth,
    int ColumnGroup)
{
    /// <summary>Where reflector r of the panel begins, in V and in W.</summary>
    public long Reflector(MatrixPlace place, int r) => (long)PanelWidth * place.Vectors + (long)r * place.Size;

    /// <summary>Where W_r·v is; V_r·v is the width of a panel further.</summary>
    public int Dot(int matrix, int r) => 2 * PanelWidth * matrix + r;
}
