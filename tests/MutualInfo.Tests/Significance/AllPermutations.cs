namespace MutualInfo.Tests.Significance;

/// <summary>Every order of a few things, by Heap's method.</summary>
internal static class AllPermutations
{
    public static IEnumerable<int[]> Of(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        int[] turn = new int[count];
        yield return order;
        for (int i = 1; i < count;)
        {
            if (turn[i] >= i)
            {
                turn[i++] = 0;
                continue;
            }

            int other = i % 2 == 0 ? 0 : turn[i];
            (order[i], order[other]) = (order[other], order[i]);
            yield return order;
            turn[i]++;
            i = 1;
        }
    }
}
