using MutualInfo.Tests.Gaussian;

namespace MutualInfo.Tests.Laws;

/// <summary>No family reads beside its samples or writes to them: X5, on pages where either would stop the process.</summary>
public class GuardedInputLaws
{
    private static readonly (int Count, int Dimension)[] _shapes = [(17, 1), (33, 3), (64, 8), (65, 5)];

    private static readonly IMutualInformationEstimator[] _pairs = [Estimators.Kraskov(), Estimators.Kraskov() with { Scaling = Kernels.FeatureScaling.Standardize }, .. GaussianData.All];

    [GuardedTheory]
    [InlineData(GuardedEnd.Start)]
    [InlineData(GuardedEnd.End)]
    public void Estimate_SamplesBesideAForbiddenPage_IsBitwiseEqual(GuardedEnd end)
    {
        foreach ((int count, int dimension) in _shapes)
        {
            Observations data = DataSets.Related(count, count, dimension);
            Symbols labels = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
            using GuardedMemory<double> x = new(data.X.Values, end);
            using GuardedMemory<double> y = new(data.Y.Values, end);
            using GuardedMemory<float> single = new(data.X.ToSingle(), end);
            x.Seal();
            y.Seal();
            single.Seal();
            foreach (Specimen specimen in Specimens.All)
            {
                IMutualInformationEstimator estimator = specimen.For(data);
                Law.IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(Samples.FromRows<double>(x.Span, dimension), Samples.FromScalars<double>(y.Span)));
                AgainstLabels(estimator);
            }

            foreach (IMutualInformationEstimator estimator in _pairs)
            {
                Law.IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(Samples.FromRows<double>(x.Span, dimension), Samples.FromScalars<double>(y.Span)));
                estimator.Estimate(Samples.FromRows<float>(single.Span, dimension), Samples.FromScalars<float>(data.Y.ToSingle()));
            }

            AgainstLabels(Estimators.Ross());

            void AgainstLabels(IMutualInformationEstimator estimator)
            {
                Law.IsBitwiseEqual(estimator.Estimate(data.X.Samples, labels), estimator.Estimate(Samples.FromRows<double>(x.Span, dimension), labels));
                Law.IsBitwiseEqual(
                    estimator.Estimate(Samples.FromRows<float>(data.X.ToSingle(), dimension), labels), estimator.Estimate(Samples.FromRows<float>(single.Span, dimension), labels));
            }
        }
    }
}
