"""The rows of the comparison: arrays, who takes part, how answers are compared, and the goals."""
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

import data
from accuracy import matrices, worst_error


@dataclass
class Side:
    """One contender's part in a row. Of its variants and numbers of threads the fastest is found first, and then measured."""
    label: str
    process: str
    work: str
    uses: tuple
    variants: tuple = ("",)
    threads: str = "best"       # "best" of one and all, "one", or "all"


@dataclass
class Goal:
    """A ratio that is to be reached: the peer's median over ours."""
    id: str
    against: str
    floor: float
    moonshot: float


@dataclass
class Figure:
    """A number of ours that is to stay below a limit: `of(answer, row)` or, for a time or memory, the name of what is measured."""
    id: str
    name: str
    unit: str
    floor: float
    moonshot: float
    of: Callable | str


@dataclass
class Row:
    name: str
    size: str
    arrays: Callable            # () -> {name: array}
    ours: Side
    peers: list
    goals: list
    numbers: dict = field(default_factory=dict)
    figures: list = field(default_factory=list)
    difference: Callable | None = None      # (ours, theirs) -> a number
    tolerance: float = 0
    reason: str = ""
    note: str = ""

    @property
    def ids(self):
        return sorted({goal.id for goal in [*self.goals, *self.figures]})


def relative(ours, theirs):
    return float(np.max(np.abs(ours - theirs)) / np.max(np.abs(theirs)))


def absolute(ours, theirs):
    return float(np.max(np.abs(ours - theirs)))


OURS = "MutualInfo"


def ours(work, *uses, threads="all", variants=("",)):
    return Side(OURS, OURS, work, uses, variants, threads)


# ------------------------------------------------------------------ Gram matrices

def gram(n, d, goals):
    sigma = 0.5 * d ** 0.5
    peers = [
        Side("sklearn f64", "sklearn", "gram", ("x",)),
        Side("numpy f64 expression", "numpy", "gram", ("x",), ("expression f64",)),
        Side("numpy f64 in place", "numpy", "gram", ("x",), ("in-place f64",)),
        Side("torch f64 in place", "torch", "gram", ("x",), ("f64",)),
        Side("scipy cdist f64", "scipy", "gram", ("x",), threads="one"),
    ]
    return Row(
        "Gram matrix, float64, all of it", f"({n}, {d})", lambda: {"x": data.gaussian(n, d)}, ours("gram", "x", variants=("f64",)), peers,
        [Goal(*goal) for goal in goals], {"sigma": sigma}, difference=relative, tolerance=1e-11,
        reason="peers expand the squared distance, which cancels: n·ε·d in a row sum",
        note="Samples are float32; peers get them as float64 already. cdist has no threads.")


def gram_single(n, d):
    peers = [
        Side("numpy f32 expression", "numpy", "gram", ("x",), ("expression f32",)),
        Side("numpy f32 in place", "numpy", "gram", ("x",), ("in-place f32",)),
        Side("torch f32 in place", "torch", "gram", ("x",), ("f32",)),
    ]
    return Row(
        "Gram matrix, float32", f"({n}, {d})", lambda: {"x": data.gaussian(n, d)}, ours("gram", "x", variants=("f32",)), peers,
        [Goal("G4", "numpy f32 expression", 1.4, 2.3), Goal("G4", "torch f32 in place", 2, 5)], {"sigma": 0.5 * d ** 0.5},
        difference=relative, tolerance=1e-3, reason="the peers' expanded distances in float32: ε·‖x‖²/σ² of each entry")


# ------------------------------------------------------------------ spectra

def eigenvalues(id, n, threads, floor, moonshot, drivers=("evr", "evd", "ev")):
    one = "one" if threads == "one" else "best"
    peers = [
        Side("numpy eigvalsh", "numpy", "eigenvalues", ("matrix",), threads=one),
        Side("scipy eigh", "scipy", "eigenvalues", ("matrix",), drivers, one),
        Side("torch eigvalsh", "torch", "eigenvalues", ("matrix",), threads=one),
    ]
    goals = [Goal(id, "best peer", floor, moonshot)]
    if id in ("E1", "E2"):
        peers.append(Side("MathNet Evd", "MathNet", "eigenvalues", ("matrix",), ("MathNet",), "one"))
        goals.append(Goal("E6", "MathNet Evd", *((15, 40) if n == 256 else (20, 60))))
    return Row(
        "all eigenvalues", f"n = {n}" + (", one thread" if threads == "one" else ""), lambda: {"matrix": data.gram(n, 10, 0.5)},
        ours("eigenvalues", "matrix", threads=threads), peers, goals, difference=relative, tolerance=1e-13 if n < 2000 else 5e-13,
        reason="n·ε·‖A‖ of either side",
        note="The Gram matrix of (n, 10) Gaussian samples, σ = 0.5·√10. SciPy works in place on a copy that is timed; MathNet's "
             "decomposition has no form without eigenvectors." if n == 256 else "")


def batch(n, count, floor, moonshot):
    peers = [
        Side("numpy loop", "numpy", "batch", ("matrices",), ("loop",)),
        Side("numpy, a matrix a thread", "numpy", "batch", ("matrices",), ("pool",), "one"),
    ]
    return Row(
        "spectra of many matrices", f"{count} of n = {n}", lambda: {"matrices": np.stack([data.gram(n, 10, 0.5, seed) for seed in range(count)])},
        ours("batch", "matrices"), peers, [Goal("B1", "numpy loop", floor, moonshot)], {"cores": data.CORES}, difference=relative, tolerance=5e-13,
        reason="n·ε·‖A‖ of either side", note="Times are for all the matrices together." if n == 256 else "")


def accuracy():
    return Row(
        "eigenvalues, accuracy", f"{len(matrices())} matrices", lambda: matrices(), ours("spectra", *matrices()),
        [Side("numpy eigvalsh", "numpy", "spectra", tuple(matrices()))], [],
        figures=[Figure("E7", "largest |Δλ| / ‖A‖", "", 1e-12, 2e-14, worst_error)],
        note="Against exact spectra, and 50-digit arithmetic where there is none; see accuracy.py.")


# ------------------------------------------------------------------ entropies

def enclosure(n):
    return Row(
        "S₁.₀₁ enclosed to 1e-9", f"n = {n}, d = 2", lambda: {"x": data.gaussian(n, 2), "matrix": data.gram(n, 2, 0.5) / n},
        ours("enclosure", "x"), [Side("numpy eigvalsh", "numpy", "entropy_of_matrix", ("matrix",))],
        [Goal("P1", "numpy eigvalsh", 20, 200)], {"sigma": 0.5 * 2 ** 0.5, "order": 1.01, "width": 1e-9},
        difference=outside, tolerance=1e-6, reason="eigenvalues in float64: their error times 1/(1 − α), 144·n·ε",
        note="Ours from the samples; NumPy gets the Gram matrix ready, so only its eigenvalues are timed.")


def outside(ours, theirs):
    """How far the peer's value lies outside our enclosure, in bits."""
    low, high = ours[:2]
    return float(max(0, low - theirs[0], theirs[0] - high))


def large_enclosure(n):
    return Row(
        "S₁.₀₁ enclosed to 1e-9, large n", f"n = {n}, d = 2", lambda: {"x": data.gaussian(n, 2)}, ours("enclosure", "x"), [], [],
        {"sigma": 0.5 * 2 ** 0.5, "order": 1.01, "width": 1e-9},
        figures=[
            Figure("P2", "time", "s", 6, 1, "median"),
            Figure("P2", "relative width", "", 1e-9, 1e-9, lambda answer, row: (answer[1] - answer[0]) / answer[0]),
            Figure("P2", "peak memory", "bytes", 1e9, 1e9, "peak"),
        ],
        note="A dense matrix would take 80 GB: no peer can.")


def joint_entropy(n, classes):
    return Row(
        "S₁.₀₁ of A∘Y, labels", f"n = {n}, {classes} classes",
        lambda: {"x": data.gaussian(n, 10), "labels": data.labels(n, classes), "matrix": data.gram(n, 10, 0.5) / n},
        ours("joint_entropy", "x", "labels"), [Side("numpy eigvalsh", "numpy", "joint_entropy", ("matrix", "labels"))],
        [Goal("L1", "numpy eigvalsh", 15, 60)], {"sigma": 0.5 * 10 ** 0.5, "order": 1.01}, difference=absolute, tolerance=1e-9,
        reason="144·n·ε of NumPy's sum of powers",
        note="Ours from samples and labels; NumPy gets both matrices ready and forms their product.")


def matrix_renyi(n, d):
    return Row(
        "matrix Rényi I(T;Y), α = 1.01", f"({n}, {d}), 10 classes", lambda: {"x": data.tanh_layer(n, d), "labels": data.labels(n, 10)},
        ours("matrix_renyi", "x", "labels"),
        [Side("Lee and Jo's NumPy", "papers", "matrix_renyi", ("x", "labels"), ("svd",)),
         Side("the same by eigvalsh", "papers", "matrix_renyi", ("x", "labels"), ("eigvalsh",))],
        [Goal("R1", "Lee and Jo's NumPy", 10, 40)], {"sigma": 0.5 * d ** 0.5, "order": 1.01}, difference=absolute, tolerance=1e-8,
        reason="three sums of powers, each 144·n·ε, not anchored to the trace", note="Lee and Jo's program takes singular values with their vectors; the same by eigvalsh is the fastest that NumPy offers.")


# ------------------------------------------------------------------ counting

def distinct(n, different, goals, axis=True):
    kind = "all distinct" if different == n else f"{different} distinct"
    peers = [Side("np.unique, rows as void", "numpy", "distinct", ("x",), ("void",), "one")]
    if axis:
        peers.append(Side("np.unique(axis=0)", "numpy", "distinct", ("x",), ("axis",), "one"))
    return Row(
        "distinct rows", f"{n:,} × 64 B, {kind}".replace(",", " ", 1) if n < 10 ** 6 else f"{n // 10 ** 6} M × 64 B, {kind}",
        lambda: {"x": data.repeating_rows(n, different)}, ours("distinct", "x"), peers, [Goal(*goal) for goal in goals], difference=relative,
        tolerance=1e-12, reason="counts are equal; their entropy is summed in another order",
        note="16 float32 a row; counts and plug-in entropy. Ours also gives every row its symbol." if different == n and axis else "")


def binning(n, d, floor, moonshot):
    return Row(
        "binning I(T;Y), width 0.07", f"({n}, {d})", lambda: {"x": data.tanh_layer(n, d), "labels": data.labels(n, 10)},
        ours("binning", "x", "labels"),
        [Side("the papers' NumPy", "papers", "binning", ("x", "labels"), ("recipe",), "one"),
         Side("the same with int8", "papers", "binning", ("x", "labels"), ("bytes",), "one")],
        [Goal("N1", "the papers' NumPy", floor, moonshot)], {"width": 0.07}, difference=absolute, tolerance=1e-11,
        reason="the same bins; entropies are summed in another order", note="bin_calc_information2 of Saxe et al., bins in int64 as theirs." if d == 10 and n < 10000 else "")


# ------------------------------------------------------------------ kernel density, and a whole epoch

def kernel_density(id, n, d, goals):
    peers = [
        Side("numpy f64 logsumexp", "numpy", "kernel_density", ("x",), ("recipe f64",)),
        Side("numpy f64 in place", "numpy", "kernel_density", ("x",), ("in-place f64",)),
        Side("numpy f32 in place", "numpy", "kernel_density", ("x",), ("in-place f32",)),
        Side("torch f64 logsumexp", "torch", "kernel_density", ("x",), ("recipe f64",)),
        Side("torch f32 logsumexp", "torch", "kernel_density", ("x",), ("recipe f32",)),
        Side("torch f32 in place", "torch", "kernel_density", ("x",), ("in-place f32",)),
    ]
    if n >= 10_000:
        # NumPy's temporaries are 800 MB each here; K2 asks for torch, which is faster.
        peers = [peer for peer in peers if peer.process == "torch"]
    return Row(
        "kernel density, H(T)", f"({n}, {d})", lambda: {"x": data.gaussian(n, d)}, ours("kernel_density", "x"), peers, [Goal(*goal) for goal in goals],
        {"sigma": 0.25 * d ** 0.5}, difference=absolute, tolerance=1e-4, reason="float32 peers; float64 peers meet 1e-11",
        note="logsumexp is the papers' recipe; in place, without it, is the most that the peers' functions allow.")


def epoch(n):
    widths = (10, 7, 5, 4, 3, 2)
    layers = {f"layer{i}": width for i, width in enumerate(widths)}
    return Row(
        "a whole epoch of the 12-bit network", f"6 layers, n = {n}",
        lambda: {**{name: data.tanh_layer(n, width) for name, width in layers.items()}, "labels": data.labels(n, 2)},
        ours("epoch", *layers, "labels"),
        [Side("numpy f64, KDE of one layer", "numpy", "kernel_density_of_layer", ("layer5",), ("recipe f64",)),
         Side("numpy f64 in place, one layer", "numpy", "kernel_density_of_layer", ("layer5",), ("in-place f64",)),
         Side("numpy f32 in place, one layer", "numpy", "kernel_density_of_layer", ("layer5",), ("in-place f32",))],
        [Goal("W1", "numpy f64, KDE of one layer", 1, 5)], {"sigma": 0.1 ** 0.5}, difference=absolute, tolerance=1e-4,
        reason="H(T) of the last layer by kernel density; float32 peer",
        note="Ours: binning, EBAB, exact, kernel density and matrix Rényi of order 2, I(X;T) and I(T;Y), of layers of width 10-7-5-4-3-2. "
             "NumPy: the kernel density of the narrowest layer alone.")


def all_rows():
    sk, ex, to, sc = "sklearn f64", "numpy f64 expression", "torch f64 in place", "scipy cdist f64"
    void, axis = "np.unique, rows as void", "np.unique(axis=0)"
    lse, tlse, t32 = "numpy f64 logsumexp", "torch f64 logsumexp", "torch f32 logsumexp"
    return [
        gram(1000, 10, [("G1", sk, 4, 10), ("G1", ex, 10, 30), ("G5", sc, 10, 25)]),
        gram(2000, 100, [("G2", sk, 2.5, 5), ("G2", ex, 4, 10), ("G2", to, 4, 12), ("G5", sc, 15, 35)]),
        gram(4000, 784, [("G3", sk, 1.25, 1.75), ("G3", ex, 3, 7), ("G3", to, 2.5, 5), ("G5", sc, 25, 70)]),
        gram_single(4000, 784),
        eigenvalues("E1", 256, "one", 1.5, 2.5),
        eigenvalues("E2", 512, "all", 1.5, 2.6),
        eigenvalues("E3", 1024, "all", 1.3, 2.2),
        eigenvalues("E4", 2048, "all", 1.5, 2.3),
        eigenvalues("E5", 4096, "all", 2.2, 3.5, ("evd",)),
        accuracy(),
        batch(256, 8, 2.5, 5), batch(512, 8, 1.8, 3.3), batch(1024, 4, 1.4, 2.5), batch(2048, 4, 1.6, 2.6),
        enclosure(4000),
        large_enclosure(100_000),
        joint_entropy(2000, 10),
        distinct(10 ** 6, 10 ** 6, [("D1", void, 12, 50), ("D2", axis, 30, 110)]),
        distinct(10 ** 6, 50_000, [("D1", void, 10, 40), ("D2", axis, 80, 350)]),
        distinct(10 ** 6, 1000, [("D1", void, 20, 60), ("D2", axis, 300, 1300)]),
        distinct(10 ** 7, 10 ** 7, [("D3", void, 15, 50)], axis=False),
        binning(4096, 10, 10, 40), binning(4096, 100, 30, 140), binning(10_000, 1024, 60, 250), binning(10 ** 6, 10, 10, 60),
        kernel_density("K1", 1000, 10, [("K1", lse, 15, 60)]),
        kernel_density("K1", 2000, 100, [("K1", lse, 6, 14)]),
        kernel_density("K1", 5000, 20, [("K1", lse, 20, 70)]),
        kernel_density("K2", 10_000, 10, [("K2", tlse, 25, 80), ("K2", t32, 12, 40)]),
        matrix_renyi(1000, 50),
        epoch(4096),
    ]
