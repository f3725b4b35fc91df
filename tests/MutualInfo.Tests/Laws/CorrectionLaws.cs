using MutualInfo.Discrete;

namespace MutualInfo.Tests.Laws;

/// <summary>What single corrections promise beyond the laws of their family, and where they break one of the plug-in's.</summary>
public class CorrectionLaws
{
    // R1 is broken, and not clipped: by the size that the remarks of each type say. reliability.md has −1.0e-4 for 1988 at n =
    // 5000.
    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    [InlineData(4999)]
    [InlineData(1_000_000_000)]
    public void Estimate_OneSymbol_IsAsSmallAsIsDocumented(int n)
    {
        double of1988 = n % 2 == 0 ? -0.5 / n : 1.5 / n;
        double of2003 = n % 2 == 0 ? -1.0 / 6 / n / n : 1.0 / n;
        // The next terms of each series are smaller by at most 13/6n.
        Grassberger early = new() { Formula = GrassbergerFormula.Of1988 };
        Assert.Equal(of1988, early.Estimate([n]).Nats, 3.0 / n * Math.Abs(of1988));
        // Of 2003 two terms of 1/n cancel, each with its rounding.
        Assert.Equal(of2003, new Grassberger().Estimate([n]).Nats, 3.0 / n * Math.Abs(of2003) + 2 * Law.Epsilon / n);
        Assert.Equal((n + 1.0) / (n + 2) / (n + 2), new Bonachela().Estimate([n]).Nats, 1e-15);
    }

    // In [0, ln K] with the alphabet given as well; 4 ε·H, the rounding of a sum.
    [Fact]
    public void Estimate_SharesOfAGivenAlphabet_LieBetweenZeroAndItsLogarithm()
    {
        foreach (long alphabet in (long[])[7, 100, 1_000_000, 1L << 40])
        {
            foreach (IEntropyEstimator entropy in (IEntropyEstimator[])
            [
                new JamesSteinShrinkage { AlphabetSize = alphabet }, new DirichletBayes { AlphabetSize = alphabet },
                new DirichletBayes(PseudoCount.Perks) { AlphabetSize = alphabet },
                new NemenmanShafeeBialek { AlphabetSize = alphabet },
            ])
            {
                foreach (int[] counts in (int[][])[[1, 1, 1, 1, 1, 1, 1], [9], [1000, 1], [5, 4, 3, 2, 1], [1_000_000_000, 1, 1]])
                    Assert.InRange(entropy.Estimate(counts).Nats, 0, Math.Log(alphabet) * (1 + 4 * Law.Epsilon));
            }
        }
    }

    // More alphabet, more entropy: what was not seen may still come.
    [Fact]
    public void NemenmanShafeeBialek_LargerAlphabet_GivesMore()
    {
        int[] counts = [4, 3, 1, 1, 1];
        double before = 0;
        foreach (long alphabet in (long[])[5, 6, 10, 100, 10_000, 1_000_000_000_000])
        {
            double nats = new NemenmanShafeeBialek { AlphabetSize = alphabet }.Estimate(counts).Nats;
            Assert.True(nats > before, $"{alphabet}");
            before = nats;
        }
    }

    // With K given, x, y and the pair have one alphabet, and the identity holds all the same; with K observed the pair has its
    // own cells.
    [Fact]
    public void Estimate_VariableWithItself_IsItsEntropyWithAGivenAlphabetToo()
    {
        Symbols x = Symbols.FromLabels(Seeded.Labels(new Random(3), 60, 9));
        foreach (long? alphabet in (long?[])[null, 9, 500])
        {
            foreach (IEntropyEstimator entropy in (IEntropyEstimator[])
            [
                new JamesSteinShrinkage { AlphabetSize = alphabet }, new DirichletBayes { AlphabetSize = alphabet },
                new Bonachela { AlphabetSize = alphabet }, new NemenmanShafeeBialek { AlphabetSize = alphabet },
            ])
            {
                MutualInformationEstimate estimate = (Estimators.ExactDiscrete() with { Entropy = entropy }).Estimate(x, x);
                Law.SameBits($"{entropy}", entropy.Estimate(x.Histogram).Nats, estimate.Value.Nats);
            }
        }
    }
}
