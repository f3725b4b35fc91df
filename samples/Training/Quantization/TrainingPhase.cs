namespace MutualInfo.Training.Quantization;

/// <summary>What a forward pass is for.</summary>
public enum TrainingPhase
{
    /// <summary>A training step, from whose batch ranges learn.</summary>
    Training,

    /// <summary>A look at the network, which must leave it as it is.</summary>
    Evaluation,
}
