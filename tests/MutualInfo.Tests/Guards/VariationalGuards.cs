using MutualInfo.Variational;

namespace MutualInfo.Tests.Guards;

/// <summary>What rates, mixture bounds and total correlation refuse.</summary>
public class VariationalGuards
{
    [Fact]
    public void Rates_NoSamplesOrOtherShapes_Throw()
    {
        Refusal.Argument("means", () => RateBounds.StandardNormal(Rows(2), Rows(2)), "means has no samples");
        Refusal.Argument("deviations", () => RateBounds.LogUniform(Rows(2), 1), "deviations has no samples");
        Refusal.Argument("activations", () => RateBounds.LogNormal(Rows(2), Rows(2)), "activations has no samples");
        Refusal.Argument("means", () => RateBounds.Mixture(Rows(2), Rows(2)), "means has no samples");
        Refusal.Argument("deviations", () => RateBounds.StandardNormal(Rows(2, 1, 2), Rows(1, 1, 2)), "shape (2, 1)", "means has (1, 2)");
        Refusal.Argument("deviations", () => RateBounds.LogNormal(Rows(2, 1, 2), Rows(2, 1, 2, 3, 4)), "shape (2, 2)", "activations has (1, 2)");
        Refusal.Argument("deviations", () => RateBounds.Mixture(Rows(2, 1, 2), Rows(1, 1, 2)), "one number of each");
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Rates_DeviationNotAFiniteNumberAboveZero_NamesItsPlace(double value)
    {
        Refusal.Argument("deviations", () => RateBounds.StandardNormal(Rows(2, 0, 0, 0, 0), Rows(2, 1, 1, 1, value)), "deviations[1][1]");
        Refusal.Argument("deviations", () => RateBounds.LogUniform(Rows(2, 1, 1, value, 1), 1), "deviations[1][0]");
        Refusal.Argument("deviations", () => RateBounds.LogNormal(Rows(1, 1), Rows(1, value)), "deviations[0][0]");
        Refusal.Argument("deviations", () => RateBounds.Mixture(Rows(1, 1), Rows(1, value)), "deviations[0][0]");
    }

    [Theory, InlineData(double.NaN), InlineData(double.NegativeInfinity)]
    public void Rates_MeanNotFinite_NamesItsPlace(double value)
    {
        Refusal.Argument("means", () => RateBounds.StandardNormal(Rows(1, 0, value), Rows(1, 1, 1)), "means[1][0]");
        Refusal.Argument("means", () => RateBounds.Mixture(Rows(1, 0, value), Rows(1, 1, 1)), "means[1][0]");
        Refusal.Argument("activations", () => RateBounds.LogNormal(Rows(1, 1, value), Rows(1, 1, 1)), "activations[1][0]");
    }

    [Fact]
    public void LogNormal_NegativeActivationOrBadPrior_Throws()
    {
        Refusal.Argument("activations", () => RateBounds.LogNormal(Rows(1, 1, -0.5), Rows(1, 1, 1)), "activations[1][0] is -0.5", "0 or a number above it");
        Refusal.OutOfRange("priorMean", () => RateBounds.LogNormal(Rows(1, 1), Rows(1, 1), priorMean: double.NaN), "a finite number");
        Refusal.OutOfRange("priorDeviation", () => RateBounds.LogNormal(Rows(1, 1), Rows(1, 1), priorDeviation: 0), "above 0");
        Refusal.OutOfRange("floor", () => RateBounds.LogNormal(Rows(1, 1), Rows(1, 1), floor: 0), "above 0");
        Refusal.OutOfRange("largestDeviation", () => RateBounds.LogUniform(Rows(1, 1), 0), "above 0");
    }

    [Fact]
    public void Mixture_NoiseLostInRounding_ThrowsWithAdvice() =>
        Refusal.Argument("deviations", () => RateBounds.Mixture(Rows(1, 1, 2), Rows(1, 1, 1e-200)), "deviations[1][0] is 1E-200", "ExactDiscrete");

    [Fact]
    public void TotalCorrelation_WhatHasNoCorrelations_Throws()
    {
        Refusal.Argument("samples", () => TotalCorrelation.Gaussian(Rows(2)), "samples has no samples");
        Refusal.Argument("samples", () => TotalCorrelation.Gaussian(Rows(2, 1, 2, 3, 4)), "2 samples of dimension 2", "more samples");
        Refusal.Argument("samples", () => TotalCorrelation.Gaussian(Rows(2, 1, 5, 2, 5, 3, 5)), "Dimension 1 of samples is 5 in every sample");
        Refusal.Argument("samples", () => TotalCorrelation.Gaussian(Rows(1, 1, double.NaN)), "samples[1][0] is NaN");
        Refusal.Argument("samples", () => TotalCorrelation.LogNormal(Rows(1, 1, 0)), "samples[1][0] is 0", "above 0");
    }

    private static Samples<double> Rows(int dimension, params double[] values) => Samples.FromRows<double>(values, dimension);
}
