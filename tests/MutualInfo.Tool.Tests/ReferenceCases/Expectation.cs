using System.Text.Json;

namespace MutualInfo.Tool.Tests.ReferenceCases;

/// <summary>One value of results.json and how the command is asked for it.</summary>
/// <param name="Name">Entry and value, for messages.</param>
/// <param name="X">The argument of <c>--x</c>.</param>
/// <param name="Y">The argument of <c>--y</c>.</param>
/// <param name="Spec">The SPEC.</param>
/// <param name="Read">Takes the value out of one object of the JSON.</param>
/// <param name="Value">The value.</param>
/// <param name="Tolerance">How near the command must come.</param>
internal sealed record Expectation(string Name, Source X, Source Y, string Spec, Func<JsonElement, double> Read, double Value, Tolerance Tolerance);

/// <summary>A variable on the command line.</summary>
internal sealed record Source(string Argument, bool AreLabels = false)
{
    public static readonly Source Distinct = new("distinct");
}

/// <summary>How near a value must come, as results.json suggests, and why not nearer.</summary>
internal sealed record Tolerance(double Absolute, double Relative = 0)
{
    /// <summary>The histograms are the same; only the order of summation differs.</summary>
    public static readonly Tolerance Counting = new(1e-12);

    /// <summary>n² exponentials of distances that the originals form by the cancelling expansion.</summary>
    public static readonly Tolerance KernelDensity = new(1e-10);

    /// <summary>At order 1.01 the factor 1/(1 − order) amplifies the rounding of eigenvalues a hundredfold.</summary>
    public static readonly Tolerance Renyi = new(1e-9);

    /// <summary>Below order 1 the rounding of the least eigenvalues is what is left.</summary>
    public static readonly Tolerance RenyiBelowOrderOne = new(1e-12, 1e-5);

    public bool Allows(double expected, double actual) => Math.Abs(actual - expected) <= Math.Max(Absolute, Relative * Math.Abs(expected));
}
