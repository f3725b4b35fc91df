using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>The sum of numbers from every thread of a group, in a fixed order, so that runs agree to the last bit.</summary>
internal static class GroupSum
{
    /// <summary>The most threads of a group: what the shared memory is reserved for.</summary>
    public const int LargestGroup = 256;

    /// <summary>Every thread of the group calls it and receives the sum. The size of the group is a power of two.</summary>
    public static double Of(double own, ArrayView<double> scratch)
    {
        scratch[Group.IdxX] = own;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
                scratch[Group.IdxX] += scratch[Group.IdxX + half];
            Group.Barrier();
        }

        double sum = scratch[0];
        // The next sum may begin only when all have read this one.
        Group.Barrier();
        return sum;
    }

    /// <summary>Four sums at once, for the barriers of one. The scratch is four times as long.</summary>
    public static FourSums OfFour(double own0, double own1, double own2, double own3, ArrayView<double> scratch)
    {
        int at = 4 * Group.IdxX;
        scratch[at] = own0;
        scratch[at + 1] = own1;
        scratch[at + 2] = own2;
        scratch[at + 3] = own3;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
            {
                int other = at + 4 * half;
                scratch[at] += scratch[other];
                scratch[at + 1] += scratch[other + 1];
                scratch[at + 2] += scratch[other + 2];
                scratch[at + 3] += scratch[other + 3];
            }

            Group.Barrier();
        }

        return new FourSums(scratch[0], scratch[1], scratch[2], scratch[3]);
    }
}

/// <summary>What <see cref="GroupSum.OfFour"/> found. The scratch must not be used again before a barrier.</summary>
internal readonly record struct FourSums(double First, double Second, double Third, double Fourth);
