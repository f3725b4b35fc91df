using MutualInfo.Gpu;
using MutualInfo.Gpu.Bench;

// Verifies the GPU backend against the CPU's, and times it, on the machine that it is brought to.
const string Usage = """
    mutualinfo-gpu-bench: the GPU backend, verified and timed

      --devices     list the devices, and why there is none
      --verify      every kernel against the CPU, ten runs, batches; exits with 1 where a case fails
      --bench       medians of row sums, norms, spectra and batches, as CSV on the standard output, with versions
      --emulator    take the emulator where there is no GPU: for --verify only, at small sizes
      --wide        take an emulator with the groups of a GPU, 256 threads: for --verify only, at one size beyond a tile; takes minutes

    compare.py beside this program times the same work in PyTorch and, where it is there, CuPy, as CSV with the same columns.
    """;

if (args.Length == 0 || args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return args.Length == 0 ? 2 : 0;
}

foreach (GpuDevice device in GpuBackend.Devices)
    Console.Error.WriteLine($"device {device.Index}: {device}");
if (!GpuBackend.IsAvailable)
    Console.Error.WriteLine(GpuBackend.WhyUnavailable);
if (args.Contains("--devices"))
    return 0;

bool isWide = args.Contains("--wide") && Driver.Instance is not null;
bool isEmulated = isWide || (args.Contains("--emulator") && !GpuBackend.IsAvailable && GpuBackend.Devices.Count > 0);
if (!GpuBackend.IsAvailable && !isEmulated)
    return 1;
GpuDevice chosen = isWide ? Driver.Instance!.WideEmulator : isEmulated ? GpuBackend.Devices[^1] : GpuBackend.Devices[0];
using GpuBackend backend = new(chosen);
using GpuBackend single = new(chosen, GpuPrecision.Single);
int failed = args.Contains("--verify") ? new Verification(backend, single, isWide ? Cases.OfWideEmulator : isEmulated ? Cases.OfEmulator : Cases.OfGpu).Run() : 0;
if (args.Contains("--bench"))
{
    if (isEmulated)
    {
        Console.Error.WriteLine("--bench measures nothing on the emulator.");
        return 1;
    }

    new Timing(backend, Driver.Instance!.FiguresOf(backend.Device)).Run();
}

return failed == 0 ? 0 : 1;
