using MutualInfo.Discrete;
using MutualInfo.Gaussian;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;
using MutualInfo.Tool.Specifications;

namespace MutualInfo.Tool.Tests.Specifications;

public class EstimatorSpecTests
{
    [Theory]
    [InlineData("exact", "exact")]
    [InlineData("exact:entropy=plugin", "exact")]
    [InlineData("exact:entropy=miller-madow", "exact:entropy=miller-madow")]
    [InlineData("exact:entropy=grassberger-1988", "exact:entropy=grassberger-1988")]
    [InlineData("binning:entropy=nsb", "binning:bins=30,range=layer,entropy=nsb")]
    [InlineData("binning", "binning:bins=30,range=layer")]
    [InlineData("binning:range=neuron,bins=100", "binning:bins=100,range=neuron")]
    [InlineData("binning:range=-1..1", "binning:bins=30,range=-1..1")]
    [InlineData("binning:range=-1.50..+2e0,entropy=miller-madow", "binning:bins=30,range=-1.5..2,entropy=miller-madow")]
    [InlineData("fixed-width:width=0.070", "fixed-width:width=0.07")]
    [InlineData("fixed-width:origin=0,width=1e-1", "fixed-width:width=0.1")]
    [InlineData("fixed-width:origin=-.25,width=0.5", "fixed-width:width=0.5,origin=-0.25")]
    [InlineData("szt", "szt")]
    [InlineData("equal-frequency", "equal-frequency:bins=30,scope=layer")]
    [InlineData("equal-frequency:scope=neuron,bins=4", "equal-frequency:bins=4,scope=neuron")]
    [InlineData("adaptive", "adaptive:bins=30")]
    [InlineData("adaptive:low=-1.000001,bins=30", "adaptive:bins=30,low=-1.000001")]
    [InlineData("adaptive:low=0", "adaptive:bins=30,low=0")]
    [InlineData("quantized:bits=8", "quantized:bits=8")]
    [InlineData("kde", "kde:variance=0.001")]
    [InlineData("kde:bound=lower,variance=0.1", "kde:variance=0.1,bound=lower")]
    [InlineData("akde:bound=upper", "akde:scale=0.01")]
    [InlineData("renyi", "renyi:order=1.01,bandwidth=scott,factor=2")]
    [InlineData("renyi:bandwidth=silverman", "renyi:order=1.01,bandwidth=silverman,factor=1")]
    [InlineData("renyi:factor=0.5,bandwidth=median,order=2", "renyi:order=2,bandwidth=median,factor=0.5")]
    [InlineData("renyi:sigma=0.5,order=inf", "renyi:order=inf,sigma=0.5")]
    [InlineData("renyi:sigma-y=2,sigma-x=0.5", "renyi:order=1.01,sigma-x=0.5,sigma-y=2")]
    [InlineData("renyi:bandwidth=tapia,label-kernel=gaussian", "renyi:order=1.01,bandwidth=tapia,factor=1,label-kernel=gaussian")]
    [InlineData("gaussian", "gaussian")]
    [InlineData("ksg", "ksg:neighbours=3")]
    [InlineData("ksg:scaling=z-score,variant=2,neighbours=5", "ksg:neighbours=5,variant=2,scaling=z-score")]
    [InlineData("ksg:variant=1,scaling=none", "ksg:neighbours=3")]
    [InlineData("ross:neighbours=4", "ross:neighbours=4")]
    [InlineData("nearest", "nearest:neighbours=3")]
    [InlineData("gaussian:correction=analytic", "gaussian")]
    [InlineData("copula:correction=none", "copula:correction=none")]
    [InlineData(" binning : bins = 7 ", "binning:bins=7,range=layer")]
    public void Parse_Spec_RendersCanonicallyAndReadsBack(string text, string canonical)
    {
        EstimatorSpec spec = EstimatorSpec.Parse(text);
        Assert.Equal(canonical, spec.Canonical);
        Assert.Equal(spec, EstimatorSpec.Parse(spec.Canonical));
    }

    [Fact]
    public void Parse_EveryFamily_MakesTheLibrarysEstimator()
    {
        Assert.Equal(Estimators.ExactDiscrete(), Made("exact"));
        Assert.Equal(Estimators.Binning(10, -1, 1), Made("binning:bins=10,range=-1..1"));
        Assert.Equal(Estimators.Binning(10, BinRange.PerNeuron), Made("binning:bins=10,range=neuron"));
        Assert.Equal(new DiscreteEstimator(new FixedWidthBins(0.5, 0.1)), Made("fixed-width:width=0.5,origin=0.1"));
        Assert.Equal(new DiscreteEstimator(new ShwartzZivTishbyBins()), Made("szt"));
        Assert.Equal(new DiscreteEstimator(new EqualFrequencyBins(4, BinScope.PerNeuron)), Made("equal-frequency:bins=4,scope=neuron"));
        Assert.Equal(Estimators.AdaptiveBinning(100, 0), Made("adaptive:bins=100,low=0"));
        Assert.Equal(new DiscreteEstimator(new QuantizedLevels(4)) { Entropy = new MillerMadow() }, Made("quantized:bits=4,entropy=miller-madow"));
        Assert.Equal(Estimators.KernelDensity(0.1, KernelDensityBound.Lower), Made("kde:variance=0.1,bound=lower"));
        Assert.Equal(Estimators.AdaptiveKernelDensity(0.1), Made("akde:scale=0.1"));
        Assert.Equal(Estimators.MatrixRenyi(2, new FixedBandwidth(0.5)), Made("renyi:order=2,sigma=0.5"));
        Assert.Equal(Estimators.MatrixRenyi(), Made("renyi"));
        Assert.Equal(Estimators.Gaussian(), Made("gaussian"));
        Assert.Equal(Estimators.Gaussian() with { Correction = GaussianCorrection.None }, Made("gaussian:correction=none"));
        Assert.Equal(Estimators.GaussianCopula(), Made("copula"));
        Assert.Equal(Estimators.Kraskov(), Made("ksg"));
        Assert.Equal(Estimators.Kraskov(5) with { Variant = KraskovVariant.Second, Scaling = FeatureScaling.ZScore }, Made("ksg:neighbours=5,variant=2,scaling=z-score"));
        Assert.Equal(Estimators.NearestNeighbours(5) with { Scaling = FeatureScaling.ZScore }, Made("nearest:scaling=z-score,neighbours=5"));
        Assert.Equal(Estimators.Ross(4) with { Scaling = FeatureScaling.ZScore }, Made("ross:neighbours=4,scaling=z-score"));
        Assert.Equal(Estimators.Ross(4) with { Scaling = FeatureScaling.Standardize }, Made("ross:neighbours=4,scaling=standardize"));
        Assert.Equal(
            Estimators.MatrixRenyi(1.01, new TapiaEstevezBandwidth(0.5)) with { Scaling = FeatureScaling.ZScore }, Made("renyi:bandwidth=tapia,factor=0.5"));
    }

    [Theory]
    [InlineData("plugin", "plug-in")]
    [InlineData("miller-madow", "Miller-Madow")]
    [InlineData("grassberger", "Grassberger 2003")]
    [InlineData("grassberger-1988", "Grassberger 1988")]
    [InlineData("chao-shen", "Chao-Shen")]
    [InlineData("chao-wang-jost", "Chao-Wang-Jost")]
    [InlineData("zhang", "Zhang")]
    [InlineData("shrinkage", "James-Stein shrinkage")]
    [InlineData("jeffreys", "Dirichlet, pseudo-count Jeffreys")]
    [InlineData("laplace", "Dirichlet, pseudo-count Laplace")]
    [InlineData("perks", "Dirichlet, pseudo-count Perks")]
    [InlineData("minimax", "Dirichlet, pseudo-count Minimax")]
    [InlineData("nsb", "NSB")]
    [InlineData("ansb", "asymptotic NSB")]
    [InlineData("bonachela", "Bonachela")]
    public void Parse_EveryEntropy_MakesTheLibrarys(string word, string entropy)
    {
        Assert.Equal(entropy, $"{((DiscreteEstimator)Made($"exact:entropy={word}")).Entropy}");
        Assert.Equal(word == "plugin" ? "exact" : $"exact:entropy={word}", EstimatorSpec.Parse($"exact:entropy={word}").Canonical);
    }

    [Theory]
    [InlineData("exac", "'exac' is no estimator. Did you mean 'exact'? Estimators: exact, binning, fixed-width, szt, equal-frequency, adaptive, quantized, kde, akde, renyi, gaussian, copula, ksg, ross, nearest.")]
    [InlineData("Renyi:order=2", "'Renyi' is no estimator. Did you mean 'renyi'?")]
    [InlineData("something-else-entirely", "'something-else-entirely' is no estimator. Estimators: exact,")]
    [InlineData("", "'' is no estimator. Estimators: exact,")]
    [InlineData("binning:bin=30", "'bin' is no key of binning. Did you mean 'bins'? Keys of binning: bins, range, entropy.")]
    [InlineData("renyi:sgma-x=1", "'sgma-x' is no key of renyi. Did you mean 'sigma-x'?")]
    [InlineData("szt:bins=30", "'bins' is no key of szt. Keys of szt: entropy.")]
    [InlineData("binning:", "'binning:' ends after the colon")]
    [InlineData("binning:bins", "'bins' is no setting of binning; expected key=value.")]
    [InlineData("binning:bins=", "'bins=' is no setting of binning; expected key=value.")]
    [InlineData("binning:bins=3,,range=layer", "'' is no setting of binning")]
    [InlineData("binning:bins=3,bins=4", "binning: bins is given twice; once is expected.")]
    [InlineData("binning:bins=3.5", "binning: bins=3.5 is given; a whole number is expected.")]
    [InlineData("binning:bins=0", "binning: bins is 0; expected a whole number from 1 to 16777216.")]
    [InlineData("binning:range=layers", "binning: 'layers' is no value of range. Did you mean 'layer'? Values of range: layer, neuron, LOW..HIGH.")]
    [InlineData("binning:range=1..-1", "binning: high is -1; expected a number above low = 1")]
    [InlineData("binning:range=-1..x", "binning: range=-1..x is given; two numbers, as in -1..1 is expected.")]
    [InlineData("exact:entropy=miller", "exact: 'miller' is no value of entropy. Did you mean 'miller-madow'? Values of entropy: plugin, miller-madow, grassberger, grassberger-1988, chao-shen, chao-wang-jost, zhang, shrinkage, jeffreys, laplace, perks, minimax, nsb, ansb, bonachela.")]
    [InlineData("exact:entropy=dirichlet", "exact: 'dirichlet' is no value of entropy.")]
    [InlineData("fixed-width", "fixed-width needs width, as in fixed-width:width=0.07; no value suits all data.")]
    [InlineData("quantized", "quantized needs bits, as in quantized:bits=8")]
    [InlineData("kde:variance=0", "kde: noiseVariance is 0; expected a finite number above 0.")]
    [InlineData("kde:variance=NaN", "kde: variance=NaN is given; a number such as 0.5 or 1e-3 is expected.")]
    [InlineData("kde:variance=1e400", "kde: variance=1e400 is given; a number such as 0.5 or 1e-3 is expected.")]
    [InlineData("akde:scale=Infinity", "akde: scale=Infinity is given")]
    [InlineData("kde:bound=both", "kde: 'both' is no value of bound. Values of bound: upper, lower.")]
    [InlineData("renyi:order=0", "renyi: order is 0; expected an order above 0")]
    [InlineData("renyi:sigma=1,bandwidth=scott", "exclude each other")]
    [InlineData("renyi:sigma=1,factor=2", "exclude each other")]
    [InlineData("renyi:sigma-x=1", "renyi: sigma-x and sigma-y go together")]
    [InlineData("renyi:sigma-x=1,sigma-y=-1", "renyi: sigma is -1; expected a finite number above 0.")]
    [InlineData("ksg:neighbours=0", "ksg: neighbours is 0; expected at least 1 neighbour.")]
    [InlineData("ksg:variant=3", "ksg: '3' is no value of variant.")]
    [InlineData("ross:variant=2", "'variant' is no key of ross.")]
    [InlineData("renyi:bandwidth=scot", "Did you mean 'scott'?")]
    public void Parse_WrongSpec_SaysWhatIsExpected(string text, string message) =>
        Assert.Contains(message, Assert.Throws<UsageException>(() => EstimatorSpec.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("KDE", "kde", 0)]
    [InlineData("akde", "kde", 1)]
    public void Distance_OfTwoNames_CountsEdits(string left, string right, int expected) => Assert.Equal(expected, NearestName.Distance(left, right));

    private static IMutualInformationEstimator Made(string spec) => EstimatorSpec.Parse(spec).Estimator;
}
