#!/usr/bin/env python3
"""The work of --bench in PyTorch and, where it is there, CuPy, on the same kind of data; medians as CSV with the same columns."""
import statistics
import time

import torch

try:
    import cupy
except ImportError:
    cupy = None

REPETITIONS = 7


def gaussian(n, d, seed):
    torch.manual_seed(seed)
    x = torch.randn(n, d, dtype=torch.float64, device="cuda") / (0.5 * d ** 0.5)
    return torch.exp(-0.5 * torch.cdist(x, x) ** 2) / n


def median(call, synchronize):
    call()
    synchronize()
    seconds = []
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        call()
        synchronize()
        seconds.append(time.perf_counter() - start)
    return 1000 * statistics.median(seconds)


def report(library, work, n, d, matrices, milliseconds):
    print(f"{library} {work},{n},{d},{matrices},{milliseconds:.3f},", flush=True)


def main():
    print("work,n,d,matrices,milliseconds,GFLOP/s")
    print(f"# torch {torch.__version__}, {torch.cuda.get_device_name()}" + (f", cupy {cupy.__version__}" if cupy else ""))
    for n, d in ((8192, 10), (8192, 512)):
        torch.manual_seed(1)
        x = torch.randn(n, d, dtype=torch.float64, device="cuda") / (0.5 * d ** 0.5)
        report("torch", "row sums", n, d, 1, median(lambda: torch.exp(-0.5 * torch.cdist(x, x) ** 2).sum(1).cpu(), torch.cuda.synchronize))
    for n in (512, 1024):
        batch = torch.stack([gaussian(n, 50, seed) for seed in range(64)])
        report("torch", "spectra", n, 50, 64, median(lambda: torch.linalg.eigvalsh(batch).cpu(), torch.cuda.synchronize))
        if cupy:
            there = cupy.asarray(batch)
            report("cupy", "spectra", n, 50, 64, median(lambda: cupy.linalg.eigvalsh(there).get(), cupy.cuda.Stream.null.synchronize))
    for n in (512, 1024, 2048, 4096, 8192):
        matrix = gaussian(n, 50, 1)
        report("torch", "spectrum", n, 50, 1, median(lambda: torch.linalg.eigvalsh(matrix).cpu(), torch.cuda.synchronize))
        if cupy:
            there = cupy.asarray(matrix)
            report("cupy", "spectrum", n, 50, 1, median(lambda: cupy.linalg.eigvalsh(there).get(), cupy.cuda.Stream.null.synchronize))


if __name__ == "__main__":
    main()
