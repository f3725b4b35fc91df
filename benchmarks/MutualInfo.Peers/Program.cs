using System.Globalization;
using MutualInfo.Peers;
using MutualInfo.Peers.Contender;
using MutualInfo.Peers.Measuring;
using MutualInfo.Peers.Pages;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["serve"]:
        new Session(Console.In, Console.Out).Serve();
        return 0;
    case ["scaling", .. string[] rest]:
        Console.Out.WriteLine(Scaling.Measure(rest.Contains("--quick")));
        return 0;
    case ["ceilings"]:
        Console.Out.WriteLine(Ceilings.Measure());
        return 0;
    case ["tables", string folder]:
        GeneratedPages.WriteTable(folder);
        return 0;
    case ["pages"]:
        GeneratedPages.WriteAll(RepositoryRoot.Find());
        return 0;
    default:
        Console.Error.WriteLine(
            """
            serve             answers requests in JSON lines, for benchmarks/peers/compare
            scaling           measures time against n and d, and the ceilings of the hardware; prints JSON
            ceilings          measures the ceilings alone
            tables FOLDER     writes peers.md from peers.json in a folder of results
            pages             writes every generated part of README.md and docs/performance.md from the results
            """);
        return 2;
}
