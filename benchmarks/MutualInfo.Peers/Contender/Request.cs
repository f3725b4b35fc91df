using MutualInfo.Files;

namespace MutualInfo.Peers.Contender;

/// <summary>One line of the driver.</summary>
internal sealed record Request
{
    public required string Do { get; init; }

    public string Key { get; init; } = "";

    public string Work { get; init; } = "";

    public string Variant { get; init; } = "";

    public int Threads { get; init; } = -1;

    public int Times { get; init; } = 1;

    /// <summary>Paths of <c>.npy</c> files by the names that works use.</summary>
    public Dictionary<string, string> Arrays { get; init; } = [];

    public Dictionary<string, double> Numbers { get; init; } = [];

    public EstimationOptions Options => new() { MaxDegreeOfParallelism = Threads };

    public NumericArray Array(string name) => NpyFile.Read(Arrays[name]);

    public float[] Floats(string name) => Array(name).ToArray<float>();

    public double[] Doubles(string name) => Array(name).ToArray<double>();
}
