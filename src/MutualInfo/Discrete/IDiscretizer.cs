using System.Numerics;

namespace MutualInfo.Discrete;

/// <summary>Turns samples into symbols: the symbol of a sample is the tuple of the bins of all its d numbers.</summary>
/// <remarks>Implement it as an immutable record, so that two equal discretizers are equal. See <c>docs/architecture.md</c>.</remarks>
public interface IDiscretizer
{
    /// <summary>Encodes samples.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">Shape <c>(n, d)</c>.</param>
    /// <returns>n symbols.</returns>
    /// <exception cref="ArgumentException">The samples are empty or hold values that the discretizer has no bin for, such as NaN.</exception>
    Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>;
}
