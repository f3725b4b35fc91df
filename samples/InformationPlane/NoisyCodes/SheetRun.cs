using MutualInfo.Training.Data;
using MutualInfo.Training.Data.Images;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>A convolutional network with Information Dropout that reads digits among clutter, and where its information lies.</summary>
public static class SheetRun
{
    /// <summary>The sheets whose information is mapped.</summary>
    public const int MappedSheets = 500;

    private const double Range = 1;
    private const int BatchSize = 32;
    private const double LearningRate = 0.002;
    private const int Channels = 16;

    /// <summary>Trains and maps.</summary>
    /// <param name="train">The sheets to train on.</param>
    /// <param name="test">The sheets to test on; the first are mapped.</param>
    /// <param name="beta">β.</param>
    /// <param name="seed">Decides weights, noise and order.</param>
    /// <param name="epochs">The epochs of training.</param>
    /// <param name="progress">Hears the share done, from 0 to 1.</param>
    public static SheetResult Execute(
        ClutteredDigits train, ClutteredDigits test, double beta, int seed, int epochs, IProgress<double>? progress)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        var seeds = new Random(seed);
        Random weights = new(seeds.Next()), batches = new(seeds.Next()), noise = new(seeds.Next());
        var units = new Units(Regularization.Rectified(beta), train.Data.Count, Range, noise);
        ClassifierNetwork network = ClassifierNetwork.Convolutional(new SheetGrids(train.Side), Channels, units, weights);
        var run = new ClassifierRun(network, train.Data, BatchSize, LearningRate, batches);
        run.Train(epochs, progress);
        double error = run.Error(test.Data);

        var mapped = new Batches<float>(test.Data, [.. Enumerable.Range(0, MappedSheets)], MappedSheets, batches);
        mapped.Load(0);
        network.Layers.Silence();
        network.Layers.Forward(mapped.Inputs);
        return new SheetResult { Beta = beta, Seed = seed, Error = error, Maps = [.. network.Codes.Select((code, index) => Map(code, index))] };
    }

    // The rate of a place is that of all its channels.
    private static RateMap Map(InformationDropout<float> code, int index)
    {
        int places = code.Places;
        double[,] rates = new double[MappedSheets, places];
        for (int channel = 0; channel < code.Rates.Rows; channel++)
        {
            ReadOnlySpan<float> row = code.Rates[channel];
            for (int place = 0; place < places; place++)
            {
                for (int sheet = 0; sheet < MappedSheets; sheet++)
                    rates[sheet, place] += row[(place * MappedSheets) + sheet];
            }
        }

        return new RateMap(index, (int)Math.Sqrt(places), rates);
    }
}
