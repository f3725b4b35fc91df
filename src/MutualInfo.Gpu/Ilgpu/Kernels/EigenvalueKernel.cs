using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>The eigenvalues of a batch of tridiagonal matrices, by bisection: only they are copied back.</summary>
internal static class EigenvalueKernel
{
    /// <summary>How many groups of <see cref="Bisect"/> a matrix of an order takes.</summary>
    public static int Groups(int order, int threads)
    {
        int eigenvaluesOfGroup = threads / Math.Min(SectionSearch.Points(order), threads);
        return (order + eigenvaluesOfGroup - 1) / eigenvaluesOfGroup;
    }

    /// <summary>Bounds the spectrum of each matrix by Gershgorin's discs. One group for each matrix.</summary>
    /// <param name="places">The matrices.</param>
    /// <param name="diagonal">Their diagonals.</param>
    /// <param name="couplings">Their couplings.</param>
    /// <param name="norms">Receives a number for each matrix that no eigenvalue exceeds in magnitude.</param>
    public static void Bound(ArrayView<MatrixPlace> places, ArrayView<double> diagonal, ArrayView<double> couplings, ArrayView<double> norms)
    {
        ArrayView<double> scratch = SharedMemory.Allocate<double>(GroupSum.LargestGroup);
        MatrixPlace place = places[Grid.IdxX];
        double largest = 0;
        for (int i = Group.IdxX; i < place.Size; i += Group.DimX)
        {
            double disc = Math.Abs(diagonal[place.Vectors + i]) + Math.Abs(couplings[place.Vectors + i]);
            if (i + 1 < place.Size)
                disc += Math.Abs(couplings[place.Vectors + i + 1]);
            largest = Math.Max(largest, disc);
        }

        scratch[Group.IdxX] = largest;
        Group.Barrier();
        if (Group.IdxX > 0)
            return;
        for (int thread = 1; thread < Group.DimX; thread++)
            largest = Math.Max(largest, scratch[thread]);
        norms[Grid.IdxX] = largest;
    }

    /// <summary>Finds one eigenvalue for every so many threads of a group as <see cref="SectionSearch.Points"/> says, which share its cuts.</summary>
    /// <param name="places">The matrices, by the group's y.</param>
    /// <param name="diagonal">Their diagonals.</param>
    /// <param name="couplings">Their couplings.</param>
    /// <param name="norms">What <see cref="Bound"/> found.</param>
    /// <param name="eigenvalues">Receives the eigenvalues, ascending within a matrix.</param>
    public static void Bisect(
        ArrayView<MatrixPlace> places,
        ArrayView<double> diagonal,
        ArrayView<double> couplings,
        ArrayView<double> norms,
        ArrayView<double> eigenvalues)
    {
        ArrayView<int> counts = SharedMemory.Allocate<int>(GroupSum.LargestGroup);
        MatrixPlace place = places[Grid.IdxY];
        int points = Math.Min(SectionSearch.Points(place.Size), Group.DimX);
        int rounds = SectionSearch.Rounds(points);
        int point = Group.IdxX % points;
        int index = Grid.IdxX * (Group.DimX / points) + Group.IdxX / points;
        int leader = Group.IdxX - point;
        // A little beyond the discs, whose radii are rounded.
        double reach = norms[Grid.IdxY] * (1 + 1e-15) + 1e-300;
        double low = -reach;
        double high = reach;
        for (int round = 0; round < rounds; round++)
        {
            if (index < place.Size)
            {
                counts[Group.IdxX] = SturmCount.Below(
                    new DeviceNumbers(diagonal), new DeviceNumbers(couplings), place.Vectors, place.Size, SectionSearch.Point(low, high, point, points));
            }

            Group.Barrier();
            // The part before the first point that has more eigenvalues below it than this one's index.
            int cut = 0;
            while (cut < points && counts[leader + cut] <= index)
                cut++;
            double below = cut == 0 ? low : SectionSearch.Point(low, high, cut - 1, points);
            high = cut == points ? high : SectionSearch.Point(low, high, cut, points);
            low = below;
            Group.Barrier();
        }

        if (point == 0 && index < place.Size)
            eigenvalues[place.Vectors + index] = low + 0.5 * (high - low);
    }
}
