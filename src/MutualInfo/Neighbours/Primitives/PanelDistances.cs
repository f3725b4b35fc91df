using System.Numerics;
using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// Distances in the maximum norm from one point to a panel: differences, magnitudes and maxima alone, so every width gives the
/// same bits.
/// </summary>
internal static unsafe class PanelDistances<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    // Features between two looks at whether a point of the panel is still near: a look costs a tenth of the eight.
    private const int FeaturesPerLook = 8;

    /// <summary>Computes the distances that are below a bound.</summary>
    /// <param name="point">The point, shape (d).</param>
    /// <param name="panel">The panel, shape (d, 32).</param>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="bound">The bound. Points that have reached it in some features are not followed through the others.</param>
    /// <param name="distances">Receives 32 numbers: the distance where it is below the bound, and something not below it elsewhere.</param>
    /// <returns>A bit for each point of the panel, the first lowest: 1 where it is nearer than the bound.</returns>
    public static uint Below(double* point, double* panel, int dimension, double bound, double* distances)
    {
        uint near = 0;
        TVector limit = TLanes.Create(bound);
        for (int lane = 0; lane < PointPanels.Width; lane += 4 * TLanes.Count)
            near |= FourVectors(point, panel + lane, dimension, limit, distances + lane) << lane;
        return near;
    }

    /// <summary>How many of 32 distances are below a bound.</summary>
    public static int CountBelow(double* distances, double bound)
    {
        TVector limit = TLanes.Create(bound);
        uint near = 0;
        for (int lane = 0; lane < PointPanels.Width; lane += TLanes.Count)
            near |= TLanes.LessThan(TLanes.Load(distances + lane), limit) << lane;
        return BitOperations.PopCount(near);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FourVectors(double* point, double* column, int dimension, TVector limit, double* distances)
    {
        TVector first = TLanes.Create(0);
        TVector second = first;
        TVector third = first;
        TVector fourth = first;
        uint near;
        int k = 0;
        while (true)
        {
            int end = Math.Min(dimension, k + FeaturesPerLook);
            for (; k < end; k++, column += PointPanels.Width)
            {
                TVector number = TLanes.Create(point[k]);
                first = TLanes.Max(first, TLanes.Abs(TLanes.Subtract(TLanes.Load(column), number)));
                second = TLanes.Max(second, TLanes.Abs(TLanes.Subtract(TLanes.Load(column + TLanes.Count), number)));
                third = TLanes.Max(third, TLanes.Abs(TLanes.Subtract(TLanes.Load(column + 2 * TLanes.Count), number)));
                fourth = TLanes.Max(fourth, TLanes.Abs(TLanes.Subtract(TLanes.Load(column + 3 * TLanes.Count), number)));
            }

            near = TLanes.LessThan(first, limit)
                | (TLanes.LessThan(second, limit) << TLanes.Count)
                | (TLanes.LessThan(third, limit) << (2 * TLanes.Count))
                | (TLanes.LessThan(fourth, limit) << (3 * TLanes.Count));
            if (k == dimension || near == 0)
                break;
        }

        TLanes.Store(first, distances);
        TLanes.Store(second, distances + TLanes.Count);
        TLanes.Store(third, distances + 2 * TLanes.Count);
        TLanes.Store(fourth, distances + 3 * TLanes.Count);
        return near;
    }
}
