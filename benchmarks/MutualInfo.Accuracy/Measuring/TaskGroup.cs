namespace MutualInfo.Accuracy.Measuring;

/// <summary>Tasks that are hard for one reason.</summary>
internal sealed record TaskGroup(string Name, int[] Numbers)
{
    public static TaskGroup Wide { get; } = new("25 and 50 dimensions each", [14, 15, 19, 28, 31, 34, 37]);

    /// <summary>Every task is in one group.</summary>
    public static IReadOnlyList<TaskGroup> All { get; } =
    [
        new("1 + 1 dimensions (one 2 + 1), light tails", [1, 2, 3, 4, 5, 6, 7, 10]),
        new("2 to 5 dimensions each, Gaussian but for maps of single columns", [11, 12, 13, 16, 17, 18, 26, 27, 29, 30]),
        new("spirals of 3 and 5 dimensions each", [32, 33, 35, 36]),
        Wide,
        new("Student-t of 1 to 5 dimensions each (heavy tails, no correlation)", [8, 20, 21, 22, 23, 24, 25]),
        new("Student-t with its tails drawn in by asinh", [9, 38, 39, 40]),
    ];
}
