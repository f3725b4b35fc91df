"""scikit-learn: `rbf_kernel`, which works in place."""
import numpy as np
import sklearn
from sklearn.metrics.pairwise import rbf_kernel

from common import blas_threads, gram_answer, serve


def gram(arrays, numbers, variant):
    x = arrays["x"].astype(np.float64)
    gamma = 1 / (2 * numbers["sigma"] ** 2)
    return lambda: rbf_kernel(x, gamma=gamma), gram_answer


if __name__ == "__main__":
    serve({"gram": gram}, blas_threads, lambda: {"scikit-learn": sklearn.__version__})
