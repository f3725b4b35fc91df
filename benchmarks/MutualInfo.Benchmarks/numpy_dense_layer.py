"""The peer of a dense layer: reads a number of passes from each line, and answers with the milliseconds of one."""
import ctypes
import os
import sys
import time

import numpy as np


def core():
    """The name of the processor that OpenBLAS takes its code for, where it tells."""
    for name in ("libopenblas.so.0", "libopenblas64_.so.0"):
        try:
            library = ctypes.CDLL(name)
            library.openblas_get_corename.restype = ctypes.c_char_p
            return library.openblas_get_corename().decode()
        except (OSError, AttributeError):
            pass
    return os.environ.get("OPENBLAS_CORETYPE", "its own choice")


random = np.random.default_rng(1)
weights = random.standard_normal((256, 784), dtype=np.float32)
biases = random.standard_normal((256, 1), dtype=np.float32)
inputs = random.standard_normal((784, 100), dtype=np.float32)
gradient = random.standard_normal((256, 100), dtype=np.float32)
output = np.empty((256, 100), np.float32)
weight_gradient = np.empty((256, 784), np.float32)
input_gradient = np.empty((784, 100), np.float32)


def run():
    np.matmul(weights, inputs, out=output)
    np.add(output, biases, out=output)
    gradient.sum(axis=1)
    np.matmul(gradient, inputs.T, out=weight_gradient)
    np.matmul(weights.T, gradient, out=input_gradient)


for _ in range(50):
    run()
print(f"NumPy {np.__version__}, BLAS for {core()}", flush=True)
for line in sys.stdin:
    passes = int(line)
    start = time.perf_counter()
    for _ in range(passes):
        run()
    print(f"{(time.perf_counter() - start) / passes * 1e3:.6f}", flush=True)
