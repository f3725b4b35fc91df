"""SciPy: every LAPACK driver of `eigh`, and `cdist` with the exponential in place."""
import numpy as np
import scipy
import scipy.linalg
from scipy.spatial.distance import cdist

from common import blas_threads, blas_versions, gram_answer, serve


def gram(arrays, numbers, variant):
    x = arrays["x"].astype(np.float64) / numbers["sigma"]
    out = np.empty((len(x), len(x)))

    def work():
        cdist(x, x, "sqeuclidean", out=out)
        np.multiply(out, -0.5, out=out)
        return np.exp(out, out=out)

    return work, gram_answer


def eigenvalues(arrays, numbers, variant):
    matrix = np.asfortranarray(arrays["matrix"])
    room = np.empty_like(matrix)

    def work():
        np.copyto(room, matrix)
        return scipy.linalg.eigh(room, eigvals_only=True, driver=variant, overwrite_a=True, check_finite=False)

    return work, lambda values: values


if __name__ == "__main__":
    serve(
        {"gram": gram, "eigenvalues": eigenvalues},
        blas_threads,
        lambda: {"SciPy": scipy.__version__, "BLAS of SciPy": blas_versions()})
