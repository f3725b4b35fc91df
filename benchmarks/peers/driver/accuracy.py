"""The matrices on which eigenvalues are checked, with spectra that are known: in closed form, or from 50-digit arithmetic."""
import functools

import numpy as np

try:
    import mpmath
except ImportError:
    mpmath = None


def min_matrix(n):
    index = np.arange(1.0, n + 1)
    return np.minimum.outer(index, index), np.sort(0.25 / np.sin((2 * index - 1) * np.pi / (4 * n + 2)) ** 2)


def second_difference(n):
    index = np.arange(1.0, n + 1)
    matrix = 2 * np.eye(n) - np.eye(n, k=1) - np.eye(n, k=-1)
    return matrix, 4 * np.sin(index * np.pi / (2 * n + 2)) ** 2


def blocks_of_ones(sizes):
    labels = np.repeat(np.arange(len(sizes)), sizes)
    spectrum = np.concatenate([np.zeros(len(labels) - len(sizes)), np.array(sizes, float)])
    return (labels[:, None] == labels[None, :]).astype(float), np.sort(spectrum)


def rank_one(n):
    vector = np.random.default_rng(5).integers(-8, 9, n).astype(float)      # its products are exact
    return np.outer(vector, vector), np.append(np.zeros(n - 1), vector @ vector)


def graded(n):
    values = 10.0 ** -np.linspace(0, 16, n)
    return np.diag(values), np.sort(values)


def rosser():
    matrix = np.array([
        [611, 196, -192, 407, -8, -52, -49, 29], [196, 899, 113, -192, -71, -43, -8, -44],
        [-192, 113, 899, 196, 61, 49, 8, 52], [407, -192, 196, 611, 8, 44, 59, -23],
        [-8, -71, 61, 8, 411, -599, 208, 208], [-52, -43, 49, 44, -599, 411, 208, 208],
        [-49, -8, 8, 59, 208, 208, 99, -911], [29, -44, 52, -23, 208, 208, -911, 99]], float)
    root = 10405 ** 0.5
    exact = [-10 * root, 0, 510 - 100 * 26 ** 0.5, 1000, 1000, 510 + 100 * 26 ** 0.5, 1020, 10 * root]
    return matrix, np.sort(exact)


def precise(matrix):
    """Of a small matrix exactly as its float64 entries stand, in 50 digits; LAPACK's, less sure, where mpmath is missing."""
    if mpmath is None:
        return matrix, np.linalg.eigvalsh(matrix)
    with mpmath.workdps(50):
        values = mpmath.eigsy(mpmath.matrix(matrix.tolist()), eigvals_only=True)
        return matrix, np.sort([float(value) for value in values])


def gaussian_gram(n, d, factor, repeats=1):
    x = np.repeat(np.random.default_rng([n, d]).standard_normal((n // repeats, d)), repeats, axis=0) / (factor * d ** 0.5)
    return np.exp(-0.5 * ((x[:, None] - x[None, :]) ** 2).sum(2))


def scaled(pair, exponent):
    matrix, spectrum = pair
    return np.ldexp(matrix, exponent), np.ldexp(spectrum, exponent)     # a power of two: exact


@functools.cache
def cases():
    index = np.arange(1.0, 41)
    return {
        "zero 50": (np.zeros((50, 50)), np.zeros(50)),
        "identity 300": (np.eye(300), np.ones(300)),
        "ones 257": blocks_of_ones([257]),
        "blocks of ones": blocks_of_ones([1, 2, 3, 64, 65, 200]),
        "rank one 300": rank_one(300),
        "1-2-1 1000": second_difference(1000),
        "min(i, j) 900": min_matrix(900),
        "min(i, j) 1e300": scaled(min_matrix(100), 980),
        "min(i, j) 1e-300": scaled(min_matrix(100), -1000),
        "graded 200": graded(200),
        "Rosser": rosser(),
        "Wilkinson 21": precise(np.diag(np.abs(np.arange(-10.0, 11))) + np.eye(21, k=1) + np.eye(21, k=-1)),
        "Hilbert 12": precise(1 / np.add.outer(np.arange(12.0), np.arange(1.0, 13))),
        "Fiedler 40": precise(np.abs(np.subtract.outer(index, index))),
        "random 48": precise(symmetric(np.random.default_rng(6).standard_normal((48, 48)))),
        "Gram d = 2": precise(gaussian_gram(48, 2, 0.5)),
        "Gram d = 10": precise(gaussian_gram(48, 10, 0.5)),
        "Gram d = 784": precise(gaussian_gram(48, 784, 0.5)),
        "Gram, rows thrice": precise(gaussian_gram(48, 3, 1, repeats=3)),
    }


def symmetric(matrix):
    return matrix + matrix.T


def matrices():
    return {name: matrix for name, (matrix, _) in cases().items()}


def worst_error(answer, row=None):
    """The largest |Δλ| / ‖A‖ over all matrices, from their spectra one after the other."""
    worst, at = 0.0, 0
    for _, spectrum in cases().values():
        found = np.asarray(answer[at:at + len(spectrum)])
        at += len(spectrum)
        norm = np.max(np.abs(spectrum))
        worst = max(worst, float(np.max(np.abs(found / norm - spectrum / norm)) if norm > 0 else np.max(np.abs(found))))
    return worst
