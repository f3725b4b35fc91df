using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// Each benchmark is built by itself; on a loaded machine that can take longer than the usual two minutes.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithBuildTimeout(TimeSpan.FromMinutes(10)));
