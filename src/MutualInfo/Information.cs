using System.Globalization;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo;

/// <summary>An amount of information that carries its unit: read it in bits or in nats.</summary>
/// <remarks>
/// There is no implicit conversion to <see cref="double"/>, on purpose: a bare number loses its unit.
/// <c>Bits = Nats / ln 2</c>. Negative amounts are allowed, because estimates of mutual information can be negative.
/// </remarks>
public readonly record struct Information :
    IComparable<Information>,
    IFormattable,
    IAdditionOperators<Information, Information, Information>,
    ISubtractionOperators<Information, Information, Information>,
    IUnaryNegationOperators<Information, Information>,
    IMultiplyOperators<Information, double, Information>,
    IDivisionOperators<Information, double, Information>,
    IComparisonOperators<Information, Information, bool>
{
    private Information(double nats) => Nats = nats;

    /// <summary>Gets no information: 0 bits.</summary>
    public static Information Zero => default;

    /// <summary>Gets what stands for an amount that an estimator does not measure: NaN in every unit, and so is what is computed from it.</summary>
    /// <remarks>It can be asked for in this way alone: no amount that is made from a number is NaN.</remarks>
    public static Information Undefined { get; } = new(double.NaN);

    /// <summary>Gets whether this is an amount, and not <see cref="Undefined"/>.</summary>
    public bool IsDefined => !double.IsNaN(Nats);

    /// <summary>Gets the amount in nats (natural logarithm).</summary>
    public double Nats { get; }

    /// <summary>Gets the amount in bits (logarithm to base 2): <c>Nats / ln 2</c>.</summary>
    public double Bits => Nats / LogOf2;

    private const double LogOf2 = 0.693147180559945309417;

    /// <summary>Makes an amount from bits.</summary>
    /// <param name="bits">The amount in bits; may be negative or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is NaN.</exception>
    public static Information FromBits(double bits)
    {
        if (double.IsNaN(bits))
            Throw.OutOfRange(nameof(bits), bits, "a number");
        return new Information(bits * LogOf2);
    }

    /// <summary>Makes an amount from nats.</summary>
    /// <param name="nats">The amount in nats; may be negative or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nats"/> is NaN.</exception>
    public static Information FromNats(double nats)
    {
        if (double.IsNaN(nats))
            Throw.OutOfRange(nameof(nats), nats, "a number");
        return new Information(nats);
    }

    /// <summary>Adds two amounts.</summary>
    public static Information operator +(Information left, Information right) => new(left.Nats + right.Nats);

    /// <summary>Subtracts one amount from another.</summary>
    public static Information operator -(Information left, Information right) => new(left.Nats - right.Nats);

    /// <summary>Negates an amount.</summary>
    public static Information operator -(Information value) => new(-value.Nats);

    /// <summary>Scales an amount.</summary>
    public static Information operator *(Information left, double right) => new(left.Nats * right);

    /// <summary>Scales an amount.</summary>
    public static Information operator *(double left, Information right) => new(left * right.Nats);

    /// <summary>Divides an amount by a number.</summary>
    public static Information operator /(Information left, double right) => new(left.Nats / right);

    /// <summary>Gets the ratio of two amounts, which has no unit.</summary>
    public static double operator /(Information left, Information right) => left.Nats / right.Nats;

    /// <summary>Tells whether one amount is less than another.</summary>
    public static bool operator <(Information left, Information right) => left.Nats < right.Nats;

    /// <summary>Tells whether one amount is greater than another.</summary>
    public static bool operator >(Information left, Information right) => left.Nats > right.Nats;

    /// <summary>Tells whether one amount is at most another.</summary>
    public static bool operator <=(Information left, Information right) => left.Nats <= right.Nats;

    /// <summary>Tells whether one amount is at least another.</summary>
    public static bool operator >=(Information left, Information right) => left.Nats >= right.Nats;

    /// <summary>Gets the smaller of two amounts.</summary>
    public static Information Min(Information left, Information right) => new(Math.Min(left.Nats, right.Nats));

    /// <summary>Gets the larger of two amounts.</summary>
    public static Information Max(Information left, Information right) => new(Math.Max(left.Nats, right.Nats));

    /// <inheritdoc/>
    public int CompareTo(Information other) => Nats.CompareTo(other.Nats);

    /// <summary>Formats the amount in bits, four decimals, independent of the culture: <c>0.9992 bits</c>, or <c>undefined</c>.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Formats the amount with its unit.</summary>
    /// <param name="format">
    /// A number format for the amount in bits (default <c>0.0000</c>), or one that begins with <c>nats</c>, as <c>nats</c> or <c>nats:F6</c>.
    /// </param>
    /// <param name="formatProvider">The culture of the number; invariant by default.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        string unit = "bits";
        string number = format ?? "";
        foreach (string candidate in (ReadOnlySpan<string>)["bits", "nats"])
        {
            if (!number.StartsWith(candidate, StringComparison.OrdinalIgnoreCase))
                continue;
            unit = candidate;
            number = number[candidate.Length..].TrimStart(':');
        }

        if (!IsDefined)
            return "undefined";
        double amount = unit == "nats" ? Nats : Bits;
        // The third part catches what rounds to zero: rounding below zero must not print as -0.0000.
        string digits = number.Length == 0 ? "0.0000;-0.0000;0.0000" : number;
        return $"{amount.ToString(digits, formatProvider ?? CultureInfo.InvariantCulture)} {unit}";
    }
}
