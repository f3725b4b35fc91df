using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using MutualInfo.Benchmarks;

// Beside another program there is nothing for BenchmarkDotNet to do: dense-layer [python].
if (args is ["dense-layer", ..])
    return NumPyComparison.Run(args.Length > 1 ? args[1] : "python3");

// A hundred million samples are run once: streamed-counts [samples].
if (args is ["streamed-counts", ..])
    return StreamedCounts.Run(args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 100_000_000);

// Each benchmark is built by itself; on a loaded machine that can take longer than the usual two minutes.
IConfig config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
