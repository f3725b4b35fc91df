#!/usr/bin/env python3
"""The work of --bench in PyTorch and, where it is there, CuPy, on the same kind of data: medians as CSV with the same columns.

python3 compare.py > compare.csv        needs torch with CUDA; cupy is optional
"""
import datetime
import platform
import statistics
import subprocess
import sys
import time

import torch

try:
    import cupy
except ImportError:
    cupy = None

REPETITIONS = 7
INPUTS = 3
ROWS_AT_A_TIME = 4096    # A whole matrix of 100,000 samples would take 80 GB.


def samples(n, d, seed):
    """Standard normals divided by the bandwidth, half of the root of d."""
    generator = torch.Generator(device="cuda").manual_seed(seed)
    return torch.randn(n, d, dtype=torch.float64, device="cuda", generator=generator) / (0.5 * d ** 0.5)


def gram(n, d, seed):
    x = samples(n, d, seed)
    return torch.exp(-0.5 * torch.cdist(x, x) ** 2) / n


def row_sums(x, power=1):
    return torch.cat([torch.exp(-0.5 * power * torch.cdist(rows, x) ** 2).sum(1) for rows in x.split(ROWS_AT_A_TIME)]).cpu()


def row_sums_at(x, widenings):
    sums = [[] for _ in widenings]
    for rows in x.split(ROWS_AT_A_TIME):
        squares = torch.cdist(rows, x) ** 2
        for own, widening in zip(sums, widenings):
            own.append(torch.exp(-0.5 / widening ** 2 * squares).sum(1))
    return [torch.cat(own).cpu() for own in sums]


def report(library, work, n, d, matrices, inputs, call, operations, synchronize):
    """Times a call, its result copied to the host, and prints a line; or says why it could not be made."""
    try:
        for one in inputs:
            call(one)
        synchronize()
        seconds = []
        for i in range(REPETITIONS):
            start = time.perf_counter()
            call(inputs[i % len(inputs)])
            synchronize()
            seconds.append(time.perf_counter() - start)
    except (torch.cuda.OutOfMemoryError, MemoryError) as failure:
        print(f"# {library} {work}, n = {n}, d = {d}: {type(failure).__name__}", flush=True)
        return
    median = statistics.median(seconds)
    print(
        f"{library} {work},{n},{d},{matrices},{1000 * median:.3f},{1000 * min(seconds):.3f},{1000 * max(seconds):.3f},{operations / median / 1e9:.1f},",
        flush=True)


def versions():
    yield f"{torch.cuda.get_device_name()}, Python {platform.python_version()}, torch {torch.__version__}, CUDA {torch.version.cuda}"
    yield f"cupy {cupy.__version__}, CUDA {cupy.cuda.runtime.runtimeGetVersion()}" if cupy else "cupy is not there"
    try:
        query = ["nvidia-smi", "--query-gpu=name,driver_version,clocks.max.sm", "--format=csv,noheader"]
        yield from subprocess.run(query, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    except (OSError, subprocess.CalledProcessError):
        yield "nvidia-smi is not there"
    yield f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}; medians of {REPETITIONS} calls over {INPUTS} inputs, after one of each"


def main():
    if not torch.cuda.is_available():
        sys.exit("torch finds no CUDA device.")
    for line in versions():
        print(f"# {line}")
    print("work,n,d,matrices,milliseconds,fastest,slowest,GFLOP/s,share of peak")
    torch_done = torch.cuda.synchronize
    for n, d in ((8192, 10), (8192, 512), (100_000, 10)):
        inputs = [samples(n, d, seed) for seed in range(INPUTS)]
        operations = 3.0 * n * n * d
        report("torch", "row sums", n, d, 1, inputs, row_sums, operations, torch_done)
        report("torch", "row sums at 4 bandwidths", n, d, 1, inputs, lambda x: row_sums_at(x, [1, 2, 3, 4]), operations, torch_done)
        report("torch", "squared norm", n, d, 1, inputs, lambda x: row_sums(x, 2).sum().item(), operations, torch_done)
    for work, matrices, sizes in (("spectra", 64, (512, 1024)), ("spectrum", 1, (512, 1024, 2048, 4096, 8192))):
        for n in sizes:
            inputs = [torch.stack([gram(n, 50, matrices * one + seed) for seed in range(matrices)]) for one in range(INPUTS)]
            if matrices == 1:
                inputs = [one[0] for one in inputs]
            operations = matrices * 4.0 / 3 * n ** 3
            report("torch", work, n, 50, matrices, inputs, lambda a: torch.linalg.eigvalsh(a).cpu(), operations, torch_done)
            if cupy:
                there = [cupy.asarray(one) for one in inputs]
                report(
                    "cupy", work, n, 50, matrices, there, lambda a: cupy.linalg.eigvalsh(a).get(), operations, cupy.cuda.Stream.null.synchronize)


if __name__ == "__main__":
    main()
