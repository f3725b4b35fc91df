using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Merging;

/// <summary>Entropies and information of a table of counts, in the order of summation that samples have.</summary>
internal sealed class CountsMeasurement(JointCounts counts, IEntropyEstimator entropy)
{
    private readonly PairTable _pairs = counts.Pairs;

    public MutualInformationEstimate Measure(KeyedAlphabet x, KeyedAlphabet y)
    {
        if (counts.SampleCount < entropy.MinimumSampleCount)
            Throw.Invalid(nameof(entropy), $"entropy is {entropy}, which needs at least {entropy.MinimumSampleCount} samples; {counts.SampleCount} have been counted.");
        (long[] ofX, long[] ofY) = Marginals(x.Count, y.Count);
        Information entropyX = EntropyOf(ofX);
        Information entropyY = EntropyOf(ofY);
        Information jointEntropy = EntropyOf(_pairs.Counts);
        return new MutualInformationEstimate
        {
            Value = ValueOf(ofX, ofY, entropyX + entropyY - jointEntropy, jointEntropy),
            EntropyX = entropyX,
            EntropyY = entropyY,
            JointEntropy = jointEntropy,
            SampleCount = counts.SampleCount,
            Estimator = CountsEstimator.For(x.Kind, y.Kind, entropy),
            Diagnostics = new EstimateDiagnostics
            {
                Backend = "CPU",
                Elapsed = TimeSpan.Zero,
                FormX = x.Kind.Form,
                FormY = y.Kind.Form,
                AreSame = x.Count == _pairs.Count && y.Count == _pairs.Count,
                AlphabetSizeX = x.Count,
                AlphabetSizeY = y.Count,
                JointAlphabetSize = _pairs.Count,
                SingletonShare = SingletonShare(_pairs.Counts),
                SingletonShareX = SingletonShare(ofX),
                SingletonShareY = SingletonShare(ofY),
                ValuesOutsideRangeX = counts.ValuesOutsideRangeX,
                ValuesOutsideRangeY = counts.ValuesOutsideRangeY,
            },
        };
    }

    private (long[] OfX, long[] OfY) Marginals(int alphabetX, int alphabetY)
    {
        long[] ofX = new long[alphabetX];
        long[] ofY = new long[alphabetY];
        for (int i = 0; i < _pairs.Count; i++)
        {
            ofX[_pairs.XOf(i)] += _pairs.Counts[i];
            ofY[_pairs.YOf(i)] += _pairs.Counts[i];
        }

        return (ofX, ofY);
    }

    private Information ValueOf(long[] ofX, long[] ofY, Information difference, Information jointEntropy)
    {
        if (!CountDependence.Matters(entropy, difference, jointEntropy))
            return difference;
        CountDependence dependence = new(counts.SampleCount);
        for (int i = 0; i < _pairs.Count; i++)
            dependence.Add(_pairs.Counts[i], ofX[_pairs.XOf(i)], ofY[_pairs.YOf(i)]);
        return Information.FromNats(dependence.Nats());
    }

    private double SingletonShare(ReadOnlySpan<long> histogram) => (double)histogram.Count(1) / counts.SampleCount;

    private Information EntropyOf(ReadOnlySpan<long> histogram)
    {
        if (entropy is ICountingEntropy counting)
        {
            CountTally tally = new();
            tally.Add(histogram);
            return counting.Estimate(CountsOfCounts.From(tally, counts.SampleCount));
        }

        int[] narrow = new int[histogram.Length];
        for (int i = 0; i < narrow.Length; i++)
        {
            if (histogram[i] > int.MaxValue)
                throw new NotSupportedException(FormattableString.Invariant($"{entropy} takes counts of at most {int.MaxValue}, and a symbol was seen {histogram[i]} times. Use an entropy estimator of this library, or fewer samples."));
            narrow[i] = (int)histogram[i];
        }

        return entropy.Estimate(narrow);
    }
}
