using MutualInfo.Internal;

namespace MutualInfo.Sensitivity.Primitives;

/// <summary>Which of several estimators share work.</summary>
internal static class VariantGroups
{
    /// <summary>
    /// The places of estimators that are variants of one another, two or more in each group. Groups are in the order of their first
    /// members, and members in that of the estimators.
    /// </summary>
    public static IEnumerable<int[]> Among(IReadOnlyList<IMutualInformationEstimator> estimators)
    {
        List<int> left = [.. Enumerable.Range(0, estimators.Count)];
        while (left.Count > 0)
        {
            int[] group = estimators[left[0]] is ISweepingEstimator sweeping ? [.. left.Where(i => sweeping.IsVariant(estimators[i]))] : [];
            if (group.Length > 1)
                yield return group;
            left = [.. left.Skip(1).Except(group)];
        }
    }
}
