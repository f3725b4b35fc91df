using System.Globalization;
using MutualInfo.Accuracy;
using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Pages;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string root = RepositoryRoot.Find();
switch (args)
{
    case ["tasks", .. string[] names]:
        TaskRun.Measure(root, names, Console.Error);
        return 0;
    case ["times", .. string[] names]:
        TimeRun.Measure(root, names, Console.Error);
        return 0;
    case ["pages"]:
        File.WriteAllText(AccuracyPage.PathIn(root), AccuracyPage.Text(root));
        return 0;
    default:
        Console.Error.WriteLine(
            $"""
            tasks [NAME...]   measures the 40 tasks with the named estimators, or with all, and keeps what they gave
            times [NAME...]   measures how long an estimate takes; nothing else should run meanwhile
            pages             writes docs/accuracy.md from what is kept in benchmarks/results/accuracy

            Estimators: {string.Join(", ", MeasuredEstimators.All.Select(estimator => estimator.Name))}
            """);
        return 2;
}
