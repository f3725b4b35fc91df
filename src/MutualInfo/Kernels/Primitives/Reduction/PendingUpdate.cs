using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Turns W = A·V into the update A ← A − V·Xᵀ − X·Vᵀ that is pending until the next sweep.</summary>
/// <remarks>
/// With Q = I − V·T·Vᵀ: QᵀAQ = A − V·Xᵀ − X·Vᵀ, X = W·T − ½V·(Tᵀ·(VᵀW)·T). VᵀW is summed in parts of rows, in order.
/// </remarks>
internal sealed unsafe class PendingUpdate<TLanes, TVector>(BandWorkspace workspace)
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int Block = Band * Band;
    private const int MaximumParts = 16;

    private readonly AddUpSlots _addUpSlots = new(workspace);
    private readonly FormUpdate _formUpdate = new(workspace);

    /// <summary>Forms the update of the trailing matrix that begins at a row.</summary>
    public void Form(int origin, int slots, EstimationOptions options)
    {
        Rows rows = new(origin, workspace.Order);
        _addUpSlots.Rows = rows;
        _addUpSlots.Slots = slots;
        WorkerTeam.Shared.Run(_addUpSlots, rows.PartCount, options);
        FormInner(rows.PartCount);
        _formUpdate.Rows = rows;
        WorkerTeam.Shared.Run(_formUpdate, rows.PartCount, options);
    }

    /// <summary>½Tᵀ·(VᵀW)·T into block 16, −T into block 17.</summary>
    private void FormInner(int parts)
    {
        double* product = workspace.SmallBlock(0);
        for (int part = 1; part < parts; part++)
            VectorKernels<TLanes, TVector>.Add(workspace.SmallBlock(part), product, Block);
        double* half = workspace.SmallBlock(16);
        double* minus = workspace.SmallBlock(17);
        double* between = workspace.SmallBlock(18);
        new Span<double>(between, Block).Clear();
        TileKernels<TLanes, TVector>.MultiplyAdd(Band, Band, product, Band, 1, workspace.Factor, between, Band);
        new Span<double>(half, Block).Clear();
        TileKernels<TLanes, TVector>.MultiplyAdd(Band, Band, workspace.Factor, 1, Band, between, half, Band);
        VectorKernels<TLanes, TVector>.Scale(0.5, half, Block);
        for (int i = 0; i < Block; i++)
            minus[i] = -workspace.Factor[i];
    }

    /// <summary>Rows of the trailing matrix in parts, a multiple of 32 each.</summary>
    private readonly record struct Rows(int Origin, int End)
    {
        private int RowsPerPart => Math.Max(128, (End - Origin + MaximumParts * Band - 1) / (MaximumParts * Band) * Band);

        public int PartCount => (End - Origin + RowsPerPart - 1) / RowsPerPart;

        public int First(int part) => Origin + part * RowsPerPart;

        public int Last(int part) => Math.Min(End, First(part) + RowsPerPart);
    }

    /// <summary>W ← the sum of the slots; the part's share of VᵀW into the block of its number.</summary>
    private sealed class AddUpSlots(BandWorkspace workspace) : IPartitionedWork
    {
        public Rows Rows { get; set; }

        public int Slots { get; set; }

        public void Execute(int part)
        {
            int first = Rows.First(part), count = Rows.Last(part) - first;
            double* w = workspace.Sum(0) + (nint)first * Band;
            for (int slot = 1; slot < Slots; slot++)
                VectorKernels<TLanes, TVector>.Add(workspace.Sum(slot) + (nint)first * Band, w, count * Band);
            double* product = workspace.SmallBlock(part);
            new Span<double>(product, Block).Clear();
            TileKernels<TLanes, TVector>.MultiplyAdd(Band, count, workspace.Reflectors + (nint)first * Band, 1, Band, w, product, Band);
        }
    }

    /// <summary>[−X | V] row by row, and its mirror image block by block.</summary>
    private sealed class FormUpdate(BandWorkspace workspace) : IPartitionedWork
    {
        public Rows Rows { get; set; }

        public void Execute(int part)
        {
            double* half = workspace.SmallBlock(16);
            double* minus = workspace.SmallBlock(17);
            for (int row = Rows.First(part); row < Rows.Last(part); row += Band)
            {
                double* v = workspace.Reflectors + (nint)row * Band;
                double* w = workspace.Sum(0) + (nint)row * Band;
                double* left = workspace.Left + (nint)row * 2 * Band;
                double* right = workspace.Right + (nint)row * 2 * Band;
                // −X = −W·T + V·half, where it belongs at once; then the mirror images.
                for (int i = 0; i < Band; i++)
                {
                    new Span<double>(left + i * 2 * Band, Band).Clear();
                    VectorKernels<TLanes, TVector>.Copy(v + i * Band, left + i * 2 * Band + Band, Band);
                }

                TileKernels<TLanes, TVector>.MultiplyAdd(Band, Band, w, Band, 1, minus, left, 2 * Band);
                TileKernels<TLanes, TVector>.MultiplyAdd(Band, Band, v, Band, 1, half, left, 2 * Band);
                TileKernels<TLanes, TVector>.Transpose(Band, v, Band, right, Band);
                TileKernels<TLanes, TVector>.Transpose(Band, left, 2 * Band, right + Block, Band);
            }
        }
    }
}
