"""The recipes of the information-plane papers, written from their formulas, in NumPy as theirs are."""
import numpy as np

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
    """Sánchez Giraldo et al. (2015), as Lee and Jo (2021) and Yu et al. (2020) compute it: three dense spectra; in bits.

    Labels are one-hot under a Gaussian of width 0.1, which is 1 or e^-100: the delta similarity.
    """
    x, labels = arrays["x"].astype(np.float64), arrays["labels"]
    one_hot = (labels[:, None] == np.unique(labels)[None, :]).astype(np.float64)
    order = numbers["order"]

    def normalised_gram(rows, sigma):
        squares = np.sum(rows ** 2, axis=1)
        distances = squares[:, None] + squares[None, :] - 2 * rows @ rows.T
        return np.exp(-distances / (2 * sigma ** 2)) / len(rows)

    def entropy(matrix):
        return np.log2(np.sum(np.abs(np.linalg.eigvalsh(matrix)) ** order)) / (1 - order)

    def work():
        a, b = normalised_gram(x, numbers["sigma"]), normalised_gram(one_hot, 0.1)
        joint = a * b
        return entropy(a) + entropy(b) - entropy(joint / np.trace(joint))

    return work, lambda bits: [bits]


if __name__ == "__main__":
    serve({"binning": binning, "matrix_renyi": matrix_renyi}, blas_threads, lambda: {})
