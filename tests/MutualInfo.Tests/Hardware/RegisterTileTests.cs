using System.Runtime.Intrinsics;
using MutualInfo.Hardware;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Hardware;

/// <summary>The register-tiled product on every width, in software where the machine lacks it, against the sum written out.</summary>
public unsafe class RegisterTileTests
{
    public static TheoryData<VectorPath> Paths() => [.. Enum.GetValues<VectorPath>()];

    [Theory, MemberData(nameof(Paths))]
    public void MultiplyAdd_AnyDepthAndStrides_EqualsTheSumInDouble(VectorPath path)
    {
        ProductCheck<double> check = new(4 * 2.220446049250313e-16);
        VectorPaths.Run(path, ref check);
        Assert.Equal(3 * 6, check.Cases);
    }

    [Theory, MemberData(nameof(Paths))]
    public void MultiplyAdd_AnyDepthAndStrides_EqualsTheSumInSingle(VectorPath path)
    {
        ProductCheck<float> check = new(4 * 1.1920929e-7);
        VectorPaths.RunSingle(path, ref check);
        Assert.Equal(3 * 6, check.Cases);
    }

    [Fact]
    public void Columns_EveryWidth_AreAsDocumented()
    {
        Assert.Equal(32, RegisterTile<Lanes512, Vector512<double>, double>.Columns);
        Assert.Equal(8, RegisterTile<Lanes256, Vector256<double>, double>.Columns);
        Assert.Equal(16, RegisterTile<Lanes256, Vector256<float>, float>.Columns);
        Assert.Equal(2, RegisterTile<LanesScalar, double, double>.Columns);
    }

    private struct ProductCheck<T>(double roundingPerTerm) : IVectorCode<T>
        where T : unmanaged, System.Numerics.INumber<T>
    {
        private const double Poison = 12345;

        public int Cases { get; private set; }

        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, T>
            where TVector : unmanaged
        {
            foreach (int depth in (int[])[0, 1, 2, 7, 32, 70])
            {
                int columns = RegisterTile<TLanes, TVector, T>.Columns;
                // Packed, rows as they lie, columns as they lie.
                Check<TLanes, TVector>(depth, 1, 4, columns, columns);
                Check<TLanes, TVector>(depth, depth + 3, 1, columns + 5, columns + 3);
                Check<TLanes, TVector>(depth, 1, 9, columns, columns + 1);
            }
        }

        private void Check<TLanes, TVector>(int depth, int aRow, int aStep, int bStep, int cRow)
            where TLanes : ILanes<TVector, T>
            where TVector : unmanaged
        {
            int columns = RegisterTile<TLanes, TVector, T>.Columns;
            Random random = new(1000 * depth + aRow + 7 * aStep);
            T[] a = Numbers(random, 4 * aRow + Math.Max(1, depth) * aStep);
            T[] b = Numbers(random, (depth + 1) * bStep);
            T[] before = Numbers(random, 4 * cRow + columns + 8);
            T[] c = (T[])before.Clone();
            c.AsSpan(3 * cRow + columns).Fill(T.CreateChecked(Poison));

            fixed (T* pa = a, pb = b, pc = c)
                RegisterTile<TLanes, TVector, T>.MultiplyAdd(depth, pa, aRow, aStep, pb, bStep, pc, cRow);

            for (int row = 0; row < 4; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    double expected = double.CreateChecked(before[row * cRow + column]);
                    double scale = Math.Abs(expected);
                    for (int k = 0; k < depth; k++)
                    {
                        double term = double.CreateChecked(a[row * aRow + k * aStep]) * double.CreateChecked(b[k * bStep + column]);
                        expected += term;
                        scale += Math.Abs(term);
                    }

                    // Each of the depth additions rounds a partial sum no larger than the sum of magnitudes.
                    double error = Math.Abs(double.CreateChecked(c[row * cRow + column]) - expected);
                    Assert.True(error <= (depth + 1) * roundingPerTerm * scale, $"{typeof(TLanes).Name}, depth {depth}, [{row}, {column}]: off by {error:R}");
                }

                // Between the rows of the tile nothing is written.
                for (int column = columns; row < 3 && column < cRow; column++)
                    Assert.Equal(before[row * cRow + column], c[row * cRow + column]);
            }

            Assert.All(c[(3 * cRow + columns)..], value => Assert.Equal(T.CreateChecked(Poison), value));
            Cases++;
        }

        private static T[] Numbers(Random random, int length) =>
            [.. Enumerable.Range(0, length).Select(_ => T.CreateChecked(2 * random.NextDouble() - 1))];
    }
}
