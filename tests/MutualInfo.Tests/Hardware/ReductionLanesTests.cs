using MutualInfo.Hardware;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Hardware;

/// <summary>The operations across lanes, on every width, in software where the machine lacks it.</summary>
public unsafe class ReductionLanesTests
{
    public static TheoryData<VectorPath> Paths() => [.. Enum.GetValues<VectorPath>()];

    [Theory, MemberData(nameof(Paths))]
    public void AcrossLanes_Double_MoveAndAddWhatTheySay(VectorPath path)
    {
        Check<double> check = new();
        VectorPaths.Run(path, ref check);
        Assert.True(check.IsDone);
    }

    [Theory, MemberData(nameof(Paths))]
    public void AcrossLanes_Single_MoveAndAddWhatTheySay(VectorPath path)
    {
        Check<float> check = new();
        VectorPaths.RunSingle(path, ref check);
        Assert.True(check.IsDone);
    }

    private struct Check<T> : IVectorCode<T>
        where T : unmanaged, System.Numerics.INumber<T>
    {
        public bool IsDone { get; private set; }

        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, T>
            where TVector : unmanaged
        {
            int count = TLanes.Count;
            // Whole numbers: their sums are exact in any order.
            T[] numbers = [.. Enumerable.Range(1, 4 * count).Select(i => T.CreateChecked(i * i % 97))];
            T[] Row(int row) => numbers[(row * count)..((row + 1) * count)];
            T Sum(int row) => Row(row).Aggregate((x, y) => x + y);
            fixed (T* n = numbers)
            {
                TVector a = TLanes.Load(n), b = TLanes.Load(n + count);
                TVector c = TLanes.Load(n + 2 * count), d = TLanes.Load(n + 3 * count);
                Assert.Equal(numbers[0], TLanes.First(a));

                T[] four = [T.One, T.One, T.One, T.One, T.One];
                fixed (T* target = four)
                {
                    TLanes.AddSums(a, b, c, d, target);
                    Assert.Equal([Sum(0) + T.One, Sum(1) + T.One, Sum(2) + T.One, Sum(3) + T.One, T.One], four);
                    TLanes.StoreSums(a, b, c, d, target);
                    Assert.Equal([Sum(0), Sum(1), Sum(2), Sum(3), T.One], four);
                    TLanes.StoreFirsts(a, b, c, d, target);
                    Assert.Equal([Row(0)[0], Row(1)[0], Row(2)[0], Row(3)[0], T.One], four);
                }
            }

            IsDone = true;
        }
    }
}
