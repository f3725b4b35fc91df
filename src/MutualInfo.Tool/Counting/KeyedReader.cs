using MutualInfo.Discrete;
using MutualInfo.Files;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Counting;

/// <summary>
/// Takes the numbers of a file for labels or for samples, by the rules of <see cref="VariableReader"/>, and keeps what names
/// their symbols.
/// </summary>
internal static class KeyedReader
{
    public static KeyedSymbols Read(NumericArray array, VariableRole role, IDiscretizer discretizer, EstimationOptions options)
    {
        Variable variable = VariableReader.ToVariable(array, role);
        return variable switch
        {
            SampleVariable<float> samples => KeyedSymbols.FromBins(samples.AsSamples(), discretizer, options),
            SampleVariable<double> samples => KeyedSymbols.FromBins(samples.AsSamples(), discretizer, options),
            _ when array.Dimension == 1 => KeyedSymbols.FromLabels(array.ToArray<long>()),
            // Several whole columns name a class together.
            _ => KeyedSymbols.FromRows(Samples.FromRows<double>(array.ToArray<double>(), array.Dimension), options),
        };
    }
}
