namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>The fake-quant operation of TensorFlow, in single precision: the reference data were made with it.</summary>
internal static class FakeQuantizer
{
    public static float[] Apply(float[] values, float low, float high, int bits)
    {
        float levels = (1 << bits) - 1;
        float step = (high - low) / levels;
        float zeroPoint = Math.Clamp(MathF.Round(-low / step, MidpointRounding.AwayFromZero), 0, levels);
        float nudgedLow = -zeroPoint * step;
        float nudgedHigh = (levels - zeroPoint) * step;
        return Array.ConvertAll(values, value => MathF.Floor((Math.Clamp(value, nudgedLow, nudgedHigh) - nudgedLow) / step + 0.5f) * step + nudgedLow);
    }
}
