"""NumPy: the expressions people write, and the same in place."""
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy.special import logsumexp

from common import blas_threads, blas_versions, gram_answer, renyi_bits, serve

_types = {"f64": np.float64, "f32": np.float32}


def gram(arrays, numbers, variant):
    form, precision = variant.split()
    x = arrays["x"].astype(_types[precision])
    sigma = _types[precision](numbers["sigma"])
    return (lambda: gram_expression(x, sigma)) if form == "expression" else gram_in_place(x, sigma), gram_answer


def gram_expression(x, sigma):
    squares = (x * x).sum(1)
    return np.exp(-(squares[:, None] + squares[None, :] - 2 * (x @ x.T)) / (2 * sigma * sigma))


def gram_in_place(x, sigma):
    out = np.empty((len(x), len(x)), x.dtype)
    scaled = x / sigma
    halves = (scaled * scaled).sum(1) / 2

    def work():
        np.matmul(scaled, scaled.T, out=out)
        np.subtract(out, halves[:, None], out=out)
        np.subtract(out, halves[None, :], out=out)
        np.minimum(out, 0, out=out)
        return np.exp(out, out=out)

    return work


def eigenvalues(arrays, numbers, variant):
    matrix = arrays["matrix"]
    return lambda: np.linalg.eigvalsh(matrix), lambda values: values


def spectra(arrays, numbers, variant):
    """The spectra of all arrays, one after the other."""
    return lambda: [np.linalg.eigvalsh(matrix) for matrix in arrays.values()], np.concatenate


def batch(arrays, numbers, variant):
    stack = arrays["matrices"]
    if variant == "loop":
        return lambda: [np.linalg.eigvalsh(matrix) for matrix in stack], np.concatenate
    # One matrix a thread; LAPACK runs outside the interpreter's lock.
    pool = ThreadPoolExecutor(int(numbers["cores"]))
    return lambda: list(pool.map(np.linalg.eigvalsh, stack)), np.concatenate


def entropy_of_matrix(arrays, numbers, variant):
    """S of a Gram matrix that is there already: its eigenvalues, and the sum of their powers."""
    matrix = arrays["matrix"]
    return lambda: renyi_bits(np.linalg.eigvalsh(matrix), numbers["order"]), lambda bits: [bits]


def joint_entropy(arrays, numbers, variant):
    """S of A∘Y, both there already: the product, its eigenvalues, and the sum of their powers."""
    matrix, labels = arrays["matrix"], arrays["labels"]
    delta = (labels[:, None] == labels[None, :]).astype(np.float64)
    return lambda: renyi_bits(np.linalg.eigvalsh(matrix * delta), numbers["order"]), lambda bits: [bits]


def distinct(arrays, numbers, variant):
    rows = arrays["x"]
    if variant == "axis":
        work = lambda: np.unique(rows, axis=0, return_counts=True)[1]
    else:
        whole = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))).ravel()
        work = lambda: np.unique(whole, return_counts=True)[1]
    return work, lambda counts: [len(counts), plug_in_nats(counts)]


def plug_in_nats(counts):
    shares = counts / counts.sum()
    return -np.sum(shares * np.log(shares))


def kernel_density(arrays, numbers, variant):
    form, precision = variant.split()
    x = arrays["x"].astype(_types[precision])
    sigma = _types[precision](numbers["sigma"])
    work = (lambda: density_recipe(x, sigma * sigma)) if form == "recipe" else density_in_place(x, sigma)
    return work, lambda nats: [nats]


def kernel_density_of_layer(arrays, numbers, variant):
    return kernel_density({"x": next(iter(arrays.values()))}, numbers, variant)


def density_recipe(x, variance):
    """Kolchinsky and Tracey's upper bound as the papers compute it, less the entropy of the noise."""
    squares = (x * x).sum(1)
    distances = squares[:, None] + squares[None, :] - 2 * (x @ x.T)
    return np.log(len(x)) - np.mean(logsumexp(-distances / (2 * variance), axis=1))


def density_in_place(x, sigma):
    similarities = gram_in_place(x, sigma)
    return lambda: np.log(len(x)) - np.mean(np.log(similarities().sum(1)))


if __name__ == "__main__":
    serve(
        {name: globals()[name] for name in
         ("gram", "eigenvalues", "spectra", "batch", "entropy_of_matrix", "joint_entropy", "distinct", "kernel_density",
          "kernel_density_of_layer")},
        blas_threads,
        lambda: {"NumPy": np.__version__, "BLAS of NumPy": blas_versions()})
