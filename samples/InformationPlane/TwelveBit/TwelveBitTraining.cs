using MutualInfo.Recording;
using MutualInfo.Training;

namespace MutualInfo.InformationPlanes;

/// <summary>Trains on the 12-bit data for some epochs, and shows all layers at those of a schedule: epoch 0, the last, and between.</summary>
/// <param name="task">The data.</param>
/// <param name="network">The network.</param>
/// <param name="training">Trains it.</param>
/// <param name="schedule">The epochs to show.</param>
public sealed class TwelveBitTraining(
    TwelveBitTask task, ITwelveBitNetwork network, ClassifierTraining<float> training, RecordingSchedule schedule)
{
    public const int BatchSize = 256;

    /// <summary>Gets the share of the training words that was classified correctly when the network was last shown.</summary>
    public double TrainAccuracy { get; private set; }

    /// <summary>Gets the share of the other words that was classified correctly when the network was last shown.</summary>
    public double TestAccuracy { get; private set; }

    /// <summary>Trains.</summary>
    /// <param name="epochs">The epochs.</param>
    /// <param name="show">Given the epochs trained so far and T1 … T6, each of shape <c>(width, 4096)</c>; false ends the training.</param>
    /// <param name="progress">Hears the share of the epochs done.</param>
    /// <returns>Whether all epochs were trained.</returns>
    public bool Run(int epochs, Func<int, IReadOnlyList<Matrix<float>>, bool> show, IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(show);
        ArgumentNullException.ThrowIfNull(progress);
        for (int epoch = 0; epoch <= epochs; epoch++)
        {
            if (epoch > 0)
                training.TrainOneEpoch();
            if (epoch == epochs || schedule.Includes(epoch))
            {
                IReadOnlyList<Matrix<float>> layers = network.Evaluate(task.Inputs);
                TrainAccuracy = task.Accuracy(layers[^1], task.Train);
                TestAccuracy = task.Accuracy(layers[^1], task.Test);
                if (!show(epoch, layers))
                    return false;
            }

            if (epoch % 10 == 0)
                progress.Report((double)epoch / epochs);
        }

        return true;
    }
}
