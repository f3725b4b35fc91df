namespace MutualInfo.Tests.Documentation.Snippets;

/// <summary>Stands for the reader's network: activations that drift away from 0, further with every epoch.</summary>
internal sealed class ToyNetwork(int samples, int width)
{
    private readonly Random _random = new(1);

    public float[] Hidden1 { get; } = new float[samples * width];

    /// <summary>One output for each sample.</summary>
    public float[] Outputs => [.. Hidden1.Chunk(width).Select(row => row.Sum())];

    public int[] Labels { get; } = [.. Enumerable.Range(0, samples).Select(i => i % 2)];

    public void TrainOneEpoch()
    {
        for (int i = 0; i < Hidden1.Length; i++)
            Hidden1[i] = MathF.Tanh(Hidden1[i] + (Labels[i / width] - 0.5f) * _random.NextSingle());
    }

    /// <summary>The same activations, a few samples at a time.</summary>
    public IEnumerable<float[]> Hidden1InBatches() => Hidden1.Chunk(16 * width);
}
