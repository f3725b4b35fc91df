using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>The sum of numbers from every thread of a group, in a fixed order, so that runs agree to the last bit.</summary>
internal static class GroupSum
{
    /// <summary>The most threads of a group: what the shared memory is reserved for.</summary>
    public const int LargestGroup = 256;

    /// <summary>Every thread of the group, of one dimension or two, calls it and receives the sum. The size of the group is a power of two.</summary>
    public static double Of(double own, ArrayView<double> scratch)
    {
        int thread = Group.IdxY * Group.DimX + Group.IdxX;
        scratch[thread] = own;
        Group.Barrier();
        for (int half = Group.DimX * Group.DimY / 2; half > 0; half /= 2)
        {
            if (thread < half)
                scratch[thread] += scratch[thread + half];
            Group.Barrier();
        }

        double sum = scratch[0];
        // The next sum may begin only when all have read this one.
        Group.Barrier();
        return sum;
    }
}
