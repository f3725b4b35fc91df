using MutualInfo.Internal;

namespace MutualInfo.Kernels;

/// <summary>When the enclosure of a matrix Rényi entropy is good enough, or has cost enough.</summary>
public sealed record EnclosureLimits
{
    /// <summary>Gets the defaults: a millionth of a bit, and a gigabyte.</summary>
    public static EnclosureLimits Default { get; } = new();

    /// <summary>
    /// Gets the width of each entropy's enclosure at which to stop. <value>The default is a millionth of a bit.</value>
    /// </summary>
    /// <remarks>
    /// An information, made of three entropies, is enclosed to three times that. Rounding alone leaves
    /// about 1e−9 bits at order 1.01.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite amount above 0.</exception>
    public Information Width
    {
        get;
        init
        {
            if (!(value.Nats > 0) || double.IsPositiveInfinity(value.Nats))
                Throw.OutOfRange(nameof(Width), value, "a finite width above 0");
            field = value;
        }
    } = Information.FromBits(1e-6);

    /// <summary>
    /// Gets the rank at which to stop, however wide the enclosure is. <value>The default is null: as many columns of n numbers
    /// as fit a gigabyte.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? MaximumRank
    {
        get;
        init
        {
            if (value < 1)
                Throw.OutOfRange(nameof(MaximumRank), value, "a rank of at least 1");
            field = value;
        }
    }
}
