using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// A panel's width of columns of K − LLᵀ, of the matrix K that is never formed and the factor L found so far, for some rows.
/// </summary>
/// <remarks>
/// The columns of K are made where they are wanted, 32 similarities at a time, and L·(rows of L at the pivots)ᵀ is taken off in
/// register tiles, panel by panel, while the 32 columns of four rows stay in registers or the nearest cache.
/// </remarks>
internal sealed unsafe class ResidualColumns
{
    /// <summary>The columns of a panel.</summary>
    public const int Width = 32;

    private readonly WeightedSamples _samples;
    private readonly IReadOnlyList<double[]> _panels;
    private readonly double[] _pivotCoordinates;
    private readonly double[] _pivotRoots = GC.AllocateArray<double>(Width, pinned: true);
    private readonly double[] _pivotRows;

    /// <summary>Prepares the columns of up to 32 pivots.</summary>
    /// <param name="samples">The samples whose rows are wanted.</param>
    /// <param name="panels">L of those rows, 32 columns to a panel, each row-major.</param>
    /// <param name="pivots">The samples whose columns are wanted.</param>
    /// <param name="pivotPanels">L of the pivots, likewise.</param>
    public ResidualColumns(
        WeightedSamples samples, IReadOnlyList<double[]> panels, WeightedSamples pivots, IReadOnlyList<double[]> pivotPanels)
    {
        _samples = samples;
        _panels = panels;
        int d = samples.Dimension;
        _pivotCoordinates = GC.AllocateArray<double>(Math.Max(1, d * Width), pinned: true);
        _pivotRows = GC.AllocateArray<double>(Math.Max(1, panels.Count * Width * Width), pinned: true);
        for (int pivot = 0; pivot < Math.Min(Width, pivots.Count); pivot++)
        {
            _pivotRoots[pivot] = pivots.Roots[pivot];
            for (int k = 0; k < d; k++)
                _pivotCoordinates[k * Width + pivot] = pivots.Coordinates[pivot * d + k];
            for (int panel = 0; panel < panels.Count; panel++)
            {
                for (int column = 0; column < Width; column++)
                    _pivotRows[(panel * Width + column) * Width + pivot] = -pivotPanels[panel][pivot * Width + column];
            }
        }
    }

    /// <summary>
    /// Computes the columns for the rows from first to end, both multiples of four. Columns without a pivot are 0.
    /// </summary>
    /// <param name="first">The first row.</param>
    /// <param name="end">One past the last row.</param>
    /// <param name="destination">Receives 32 numbers a row, on a cache line.</param>
    /// <param name="path">The vectors to compute in.</param>
    public void Compute(int first, int end, double* destination, VectorPath path)
    {
        Code code = new(this, first, end, destination);
        VectorPaths.Run(path, ref code);
    }

    private static double* Pointer(double[] pinned) => (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    private readonly struct Code(ResidualColumns own, int first, int end, double* destination) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged
        {
            WeightedSamples samples = own._samples;
            int d = samples.Dimension;
            Similarities<TLanes, TVector>(
                first, end, d, Pointer(samples.Coordinates), Pointer(samples.Roots), Pointer(own._pivotCoordinates), Pointer(own._pivotRoots), destination);
            for (int panel = 0; panel < own._panels.Count; panel++)
            {
                double* left = Pointer(own._panels[panel]);
                double* right = Pointer(own._pivotRows) + panel * Width * Width;
                PanelProduct<TLanes, TVector>.MultiplyAdd(left + (nint)first * Width, right, destination, end - first);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] // Fast from the first call on.
    private static void Similarities<TLanes, TVector>(
        int first, int end, int d, double* coordinates, double* roots, double* pivots, double* pivotRoots, double* destination)
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        int w = TLanes.Count;
        TVector minusHalf = TLanes.Create(-0.5);
        for (int row = first; row < end; row++)
        {
            double* own = coordinates + (nint)row * d;
            TVector root = TLanes.Create(roots[row]);
            for (int lane = 0; lane < Width; lane += w)
            {
                TVector squared = TLanes.Create(0);
                for (int k = 0; k < d; k++)
                {
                    TVector difference = TLanes.Subtract(TLanes.Create(own[k]), TLanes.Load(pivots + k * Width + lane));
                    squared = TLanes.MultiplyAdd(difference, difference, squared);
                }

                TVector similarity = Exponential<TLanes, TVector, double>.Of(TLanes.Multiply(squared, minusHalf));
                TVector weight = TLanes.Multiply(root, TLanes.Load(pivotRoots + lane));
                TLanes.Store(TLanes.Multiply(similarity, weight), destination + lane);
            }

            destination += Width;
        }
    }
}
