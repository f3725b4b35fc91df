"""The arrays, seeded: every run measures the same work."""
import os

import numpy as np

CORES = len(os.sched_getaffinity(0))


def gaussian(n, d, seed=1):
    return np.random.default_rng([seed, n, d]).standard_normal((n, d), dtype=np.float32)


def tanh_layer(n, d, seed=2):
    """What a tanh layer of width d makes of eight latent numbers."""
    random = np.random.default_rng([seed, n, d])
    latent, weights = random.standard_normal((n, 8)), random.standard_normal((8, d))
    return np.tanh(latent @ weights / 8 ** 0.5 * 1.5).astype(np.float32)


def labels(n, classes, seed=3):
    return np.random.default_rng([seed, n, classes]).integers(0, classes, n).astype(np.int32)


def gram(n, d, factor, seed=1):
    """The Gram matrix of `gaussian(n, d)` under σ = factor·√d, by direct differences, so that it is symmetric with ones on the diagonal."""
    x = gaussian(n, d, seed).astype(np.float64) / (factor * d ** 0.5)
    squared = np.zeros((n, n))
    for column in x.T:
        squared += np.subtract.outer(column, column) ** 2
    return np.exp(squared / -2)


def repeating_rows(n, different, seed=4):
    """n rows of 16 float32, in random order, of which so many are different."""
    random = np.random.default_rng([seed, n, different])
    if different == n:
        return random.standard_normal((n, 16), dtype=np.float32)
    pool = random.standard_normal((different, 16), dtype=np.float32)
    return pool[random.permutation(np.concatenate([np.arange(different), random.integers(0, different, n - different)]))]
