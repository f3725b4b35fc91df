using MutualInfo.Files;

namespace MutualInfo.Tool.Variables;

/// <summary>Takes the numbers of a file for labels or for samples.</summary>
internal static class VariableReader
{
    /// <summary>Makes a variable of an array.</summary>
    /// <param name="array">What a file holds.</param>
    /// <param name="role">What the user says it is.</param>
    /// <exception cref="InvalidDataException">The numbers cannot be what they are said to be.</exception>
    public static Variable ToVariable(NumericArray array, VariableRole role)
    {
        if (array.Dimension == 0)
            throw new InvalidDataException($"{array.Name} has no columns; each sample must have at least 1 number.");
        bool areLabels = role == VariableRole.Labels || (role == VariableRole.ByType && array.IsLabels);
        return areLabels ? Labels(array) : ToSamples(array, role);
    }

    private static SymbolVariable Labels(NumericArray array)
    {
        if (array.Dimension == 1)
            return SymbolVariable.FromLabels(array.AsLabels(), 1);

        // Several whole columns name a class together: each different row is one label.
        double[] rows = array.ToArray<double>();
        int strange = Array.FindIndex(rows, static value => !double.IsInteger(value));
        if (strange >= 0)
        {
            (int row, int column) = Math.DivRem(strange, array.Dimension);
            throw new InvalidDataException(FormattableString.Invariant(
                $"{array.Name}: row {row}, column {column} is {rows[strange]:R}; labels are whole numbers. Numbers that are not labels are samples."));
        }

        return SymbolVariable.FromLabels(Symbols.FromRows(Samples.FromRows<double>(rows, array.Dimension)), array.Dimension);
    }

    private static Variable ToSamples(NumericArray array, VariableRole role)
    {
        // Integers in several columns are numbers by default, such as pixels; in one column they are labels, and to call them
        // samples is more often a mistake than a wish.
        if (array.IsLabels && role == VariableRole.Samples)
        {
            throw new InvalidDataException(
                $"{array.Name} holds integers ({ElementTypeName.Of(array.ElementType)}, one column), which are labels; samples are floating-point numbers. Take it as labels, or store it as floats if the integers measure something.");
        }

        // Half precision has no arithmetic of its own here; single holds all its values.
        return array.ElementType is ElementType.Float16 or ElementType.Float32
            ? new SampleVariable<float>(array.ToArray<float>(), array.Count, array.Dimension)
            : new SampleVariable<double>(array.ToArray<double>(), array.Count, array.Dimension);
    }
}
