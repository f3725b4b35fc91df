using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The matrix on its way to band form, and the panels beside it. Every panel is indexed by the row or column number of the matrix.</summary>
/// <remarks>
/// <para>
/// The order is rounded up to N, a multiple of b = 32, by zero rows and columns <em>before</em> the first: they are imagined, never read or
/// written, and stay zero through the whole reduction, so eigenvalues gain nothing but N − n zeros, cut off at the end. In return every tile is whole,
/// except in the first block, which nothing but <see cref="PanelUpdate{TLanes, TVector}"/> and <see cref="SymmetricBand"/> looks at.
/// </para>
/// <code>
///   column  first   r = first + 32             N      The panel at `first` is reflected onto R; its reflectors I − V·T·Vᵀ are applied
///           ┌────┐                                    to the trailing matrix from both sides:
///           │ D  │                                       X = W·T − ½V·(Tᵀ·VᵀW·T),  W = A·V
///       r   ├────┼────────────────────────────┐          A ← A − V·Xᵀ − X·Vᵀ
///           │ R\0│ trailing A, lower half     │       That update is left pending until A is read for the next W.
///           │ 0  │ m × m                      │
///       N   └────┴────────────────────────────┘
/// </code>
/// </remarks>
internal sealed unsafe class BandWorkspace
{
    /// <summary>b: the half-bandwidth, the columns of a panel, and the finest grain of every loop.</summary>
    public const int Band = 32;

    /// <summary>The most slots that <see cref="TrailingSweep{TLanes, TVector}"/> sums W in.</summary>
    public const int MaximumSlots = 16;

    private const int Block = Band * Band;

    private AlignedBuffer<double> _buffer;

    /// <summary>Gets the entry (0, 0) of the padded matrix, which is not there when N > n.</summary>
    public double* Matrix { get; private set; }

    public nint Stride { get; private set; }

    /// <summary>Gets N, the padded order.</summary>
    public int Order { get; private set; }

    /// <summary>Gets N − n: how many rows and columns are imagined.</summary>
    public int Padding { get; private set; }

    /// <summary>Gets V of the present panel: N × 32, row-major.</summary>
    public double* Reflectors { get; private set; }

    /// <summary>Gets [−X | V] of the pending update: N × 64, row-major.</summary>
    public double* Left { get; private set; }

    /// <summary>Gets [V | −X]ᵀ of the pending update in blocks of 32 columns, each 64 × 32.</summary>
    public double* Right { get; private set; }

    /// <summary>Gets T of the present panel, upper triangular, 32 × 32; below the diagonal zeros.</summary>
    public double* Factor { get; private set; }

    /// <summary>Gets room for small blocks of 32 × 32.</summary>
    public double* Small { get; private set; }

    /// <summary>Gets room for N × 8.</summary>
    public double* Narrow { get; private set; }

    private double* Sums { get; set; }

    public static int SlotLength(int order) => order * Band;

    /// <summary>Rents everything for an n × n matrix.</summary>
    public void Rent(double* lower, int n, nint stride)
    {
        Order = (n + Band - 1) / Band * Band;
        Padding = Order - n;
        Stride = stride;
        Matrix = lower - Padding * (stride + 1);
        int slots = TrailingPartition.SlotCount(Order);
        int panels = checked(Order * Band * (5 + slots));
        _buffer = AlignedBuffer<double>.Rent(checked(panels + Block * (1 + 24) + 8 * Order));
        Reflectors = _buffer.Pointer;
        Left = Reflectors + Order * Band;
        Right = Left + 2 * Order * Band;
        Sums = Right + 2 * Order * Band;
        Factor = Sums + slots * SlotLength(Order);
        Small = Factor + Block;
        Narrow = Small + 24 * Block;
    }

    /// <summary>W as one slot has summed it: N × 32, row-major.</summary>
    public double* Sum(int slot) => Sums + slot * (nint)SlotLength(Order);

    /// <summary>One of 24 small blocks.</summary>
    public double* SmallBlock(int index) => Small + index * Block;

    public double* At(int row, int column) => Matrix + row * Stride + column;

    public void Return() => _buffer.Dispose();
}
