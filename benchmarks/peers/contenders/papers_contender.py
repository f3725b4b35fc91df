"""The recipes of the information-plane papers, written from their formulas, in NumPy as theirs are."""
import numpy as np
from scipy.spatial.distance import pdist, squareform

from common import blas_threads, serve


def binning(arrays, numbers, variant):
    """Saxe et al. (2018): bins of one width, whole rows as symbols, I(T;Y) = H(T) − Σ p(y) H(T|y), in nats."""
    x, labels, width = arrays["x"], arrays["labels"], np.float32(numbers["width"])
    members = [labels == label for label in np.unique(labels)]
    bins = {"recipe": np.int64, "bytes": np.int8}[variant]

    def entropy(rows):
        digits = np.ascontiguousarray(np.floor(rows / width).astype(bins))
        whole = digits.view(np.dtype((np.void, digits.dtype.itemsize * digits.shape[1])))
        shares = np.unique(whole, return_counts=True)[1] / len(rows)
        return -np.sum(shares * np.log(shares))

    def work():
        of_layer = entropy(x)
        given_label = sum(member.mean() * entropy(x[member]) for member in members)
        return of_layer, of_layer - given_label

    return work, lambda pair: pair


def matrix_renyi(arrays, numbers, variant):
    """Sánchez Giraldo et al. (2015), as Lee and Jo (2021) compute it: three dense spectra; in bits.

    "svd" takes the distances from SciPy and the spectra from a singular value decomposition with its vectors, which is how their program
    does; "eigvalsh" is the same definition by the fastest way that NumPy has: distances by one product, eigenvalues alone.
    Labels are one-hot under a Gaussian of width 0.1, which is 1 or e^-100: the delta similarity.
    """
    x, labels = arrays["x"].astype(np.float64), arrays["labels"]
    one_hot = (labels[:, None] == np.unique(labels)[None, :]).astype(np.float64)
    order = numbers["order"]

    def pairwise(rows):
        return squareform(pdist(rows, "euclidean")) ** 2

    def by_product(rows):
        squares = np.sum(rows ** 2, axis=1)
        return squares[:, None] + squares[None, :] - 2 * rows @ rows.T

    def singular(matrix):
        return np.linalg.svd(matrix)[1]

    distances, spectrum = {"svd": (pairwise, singular), "eigvalsh": (by_product, np.linalg.eigvalsh)}[variant]

    def normalised_gram(rows, sigma):
        return np.exp(-distances(rows) / (2 * sigma ** 2)) / len(rows)

    def entropy(matrix):
        return np.log2(np.sum(np.abs(spectrum(matrix)) ** order)) / (1 - order)

    def work():
        a, b = normalised_gram(x, numbers["sigma"]), normalised_gram(one_hot, 0.1)
        joint = a * b
        return entropy(a) + entropy(b) - entropy(joint / np.trace(joint))

    return work, lambda bits: [bits]


if __name__ == "__main__":
    serve({"binning": binning, "matrix_renyi": matrix_renyi}, blas_threads, lambda: {})
