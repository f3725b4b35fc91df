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
    case ["coverage", .. string[] names]:
        CoverageRun.Measure(root, names, Console.Error);
        return 0;
    case ["sizes", .. string[] names]:
        SizeRun.Measure(root, names, Console.Error);
        return 0;
    case ["pages"]:
        File.WriteAllText(AccuracyPage.PathIn(root), AccuracyPage.Text(root));
        return 0;
    default:
        Console.Error.WriteLine(
            $"""
            tasks [NAME...]     measures the 40 tasks with the named estimators, or with all, and keeps what they gave
            times [NAME...]     measures how long an estimate takes; nothing else should run meanwhile
            coverage [NAME...]  measures how often intervals of the named estimators, or of all, cover
            sizes [NAME...]     measures how often the named tests, or all, reject independence where there is nothing else
            pages               writes docs/accuracy.md from what is kept in benchmarks/results/accuracy

            Estimators: {string.Join(", ", MeasuredEstimators.All.Select(estimator => estimator.Name))}
            Tests: {string.Join("; ", SizeRun.Tests)}
            """);
        return 2;
}
