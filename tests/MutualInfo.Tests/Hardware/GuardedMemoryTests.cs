namespace MutualInfo.Tests.Hardware;

/// <summary>What the guards guard: the numbers touch the page, and a write beside them is noticed.</summary>
public unsafe class GuardedMemoryTests
{
    [GuardedTheory]
    [InlineData(GuardedEnd.Start)]
    [InlineData(GuardedEnd.End)]
    public void Span_EveryLength_TouchesTheGuardedPage(GuardedEnd end)
    {
        for (int length = 0; length <= 257; length++)
        {
            using GuardedMemory<double> memory = new(length, end);
            Assert.Equal(length, memory.Span.Length);
            memory.Span.Fill(1);
            fixed (double* first = memory.Span)
            {
                double* edge = end == GuardedEnd.Start ? first : first + length;
                if (length > 0)
                    Assert.Equal(0, (nint)edge % Environment.SystemPageSize);
            }
        }
    }

    [GuardedFact]
    public void Dispose_WrittenBeside_Fails()
    {
        GuardedMemory<float> memory = new([1, 2, 3], GuardedEnd.End);
        fixed (float* first = memory.Span)
            first[-1] = 7;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(memory.Dispose);
    }

    [GuardedFact]
    public void Seal_ThenRead_GivesTheNumbers()
    {
        using GuardedMemory<double> memory = new([1, 2, 3], GuardedEnd.Start);
        memory.Seal();
        Assert.Equal([1, 2, 3], memory.Span.ToArray());
    }
}
