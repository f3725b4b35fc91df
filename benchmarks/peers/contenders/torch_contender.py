"""torch on the CPU, in place where its functions have it."""
import torch

from common import blas_threads, blas_versions, gram_answer, serve

_types = {"f64": torch.float64, "f32": torch.float32}


def set_threads(count):
    torch.set_num_threads(count)
    blas_threads(count)


def gram(arrays, numbers, variant):
    work = gram_in_place(torch.from_numpy(arrays["x"]).to(_types[variant]), numbers["sigma"])
    return work, lambda result: gram_answer(result.numpy())


def gram_in_place(x, sigma):
    out = torch.empty((len(x), len(x)), dtype=x.dtype)
    scaled = x / sigma
    halves = (scaled * scaled).sum(1) / 2

    def work():
        torch.mm(scaled, scaled.T, out=out)
        return out.sub_(halves[:, None]).sub_(halves[None, :]).clamp_(max=0).exp_()

    return work


def eigenvalues(arrays, numbers, variant):
    matrix = torch.from_numpy(arrays["matrix"])
    return lambda: torch.linalg.eigvalsh(matrix), lambda values: values.numpy()


def kernel_density(arrays, numbers, variant):
    form, precision = variant.split()
    x = torch.from_numpy(arrays["x"]).to(_types[precision])
    sigma = numbers["sigma"]
    logarithm = torch.log(torch.tensor(float(len(x)), dtype=x.dtype))
    if form == "in-place":
        similarities = gram_in_place(x, sigma)
        return lambda: logarithm - similarities().sum(1).log().mean(), lambda nats: [float(nats)]

    def recipe():
        squares = (x * x).sum(1)
        distances = squares[:, None] + squares[None, :] - 2 * (x @ x.T)
        return logarithm - torch.logsumexp(-distances / (2 * sigma * sigma), 1).mean()

    return recipe, lambda nats: [float(nats)]


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    serve(
        {"gram": gram, "eigenvalues": eigenvalues, "kernel_density": kernel_density},
        set_threads,
        lambda: {"torch": torch.__version__, "BLAS of torch": blas_versions()})
