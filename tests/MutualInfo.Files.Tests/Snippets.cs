namespace MutualInfo.Files.Tests;

/// <summary>The code blocks of docs/files.md, run. The two must be the same text.</summary>
public class Snippets
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void EstimateFromFiles()
    {
        string activationsPath = Path.Combine(_folder, "hidden1.npy");
        string labelsPath = Path.Combine(_folder, "labels.csv");
        NpyFile.Write<float>(activationsPath, [-0.9f, 0.1f, -0.8f, 0.2f, 0.9f, 0.3f, 0.8f, 0.4f], dimension: 2);
        File.WriteAllText(labelsPath, "label\n0\n0\n1\n1\n");

        #region files-estimate
        Samples<float> activations = DataFile.Read(activationsPath).AsSamples<float>();
        Symbols labels = DataFile.Read(labelsPath).AsLabels();
        MutualInformationEstimate estimate = Estimators.Binning(bins: 4).Estimate(activations, labels);
        Console.WriteLine(estimate.Value);
        #endregion

        Assert.Equal(1, estimate.Value.Bits, 1e-15);
    }

    [Fact]
    public void ReadOneMember()
    {
        string archivePath = Path.Combine(_folder, "dump.npz");
        File.WriteAllBytes(archivePath, new ZipBytes().Add("images.npy", NpyBytes.Build("|u1", "False", "(2, 2, 2)", new byte[8])).Build());

        #region files-shape
        NumericArray images = NpzFile.Read(archivePath, "images");
        Console.WriteLine(images);                                     // dump.npz:images: uint8, shape (2, 2, 2)
        Console.WriteLine($"{images.Count} samples of {images.Dimension} numbers");
        Samples<float> pixels = images.AsSamples<float>();             // trailing axes are columns: (2, 4)
        #endregion

        Assert.Equal((2, 4), (pixels.Count, pixels.Dimension));
    }

    [Fact]
    public void DumpActivations()
    {
        string path = Path.Combine(_folder, "layer.npy");
        float[] hidden = [1, 2, 3, 4, 5, 6];
        const int width = 3;

        #region files-write
        NpyFile.Write<float>(path, hidden, width);                     // shape (2, 3)
        #endregion

        Assert.Equal([2, 3], NpyFile.Read(path).Shape.ToArray());
    }

    [Fact]
    public void HandleErrors()
    {
        string path = Path.Combine(_folder, "broken.csv");
        File.WriteAllText(path, "x,y\n1,2\n3\n");
        string? said = null;

        #region files-errors
        try
        {
            NumericArray table = DataFile.Read(path);
            Console.WriteLine(table);
        }
        catch (Exception refusal) when (refusal is InvalidDataException or NotSupportedException)
        {
            said = refusal.Message;                                    // …broken.csv: line 3: expected 2 fields as on line 1, found 1.
        }
        #endregion

        Assert.EndsWith("broken.csv: line 3: expected 2 fields as on line 1, found 1.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void TransposeColumnMajor()
    {
        // The storage of the 3-by-2 matrix with rows (1, 4), (2, 5), (3, 6), as column-major libraries keep it.
        double[] columnMajor = [1, 2, 3, 4, 5, 6];
        const int rows = 3, columns = 2;

        #region files-column-major
        double[] rowMajor = new double[columnMajor.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                rowMajor[row * columns + column] = columnMajor[column * rows + row];
        }

        Samples<double> samples = Samples.FromRows<double>(rowMajor, columns);
        #endregion

        Assert.Equal([2, 5], samples[1].ToArray());
    }

    /// <summary>Fails where the page and this file drift apart.</summary>
    [Fact]
    public void Page_EveryCompiledBlock_IsARegionOfThisFile()
    {
        string root = RepositoryRoot();
        string page = File.ReadAllText(Path.Combine(root, "docs", "files.md"));
        string[] source = File.ReadAllLines(Path.Combine(root, "tests", "MutualInfo.Files.Tests", "Snippets.cs"));
        string[] blocks = page.Split("<!-- snippet: ")[1..];

        Assert.Equal(page.Split("```csharp").Length - 1, blocks.Length);
        foreach (string block in blocks)
        {
            string name = block[..block.IndexOf(" -->", StringComparison.Ordinal)];
            string[] code = block.Split("```csharp\n")[1].Split("\n```")[0].Split('\n');
            int start = Array.FindIndex(source, line => line.Trim() == "#region " + name);
            Assert.True(start >= 0, name);
            string[] region = [.. source.Skip(start + 1).TakeWhile(static line => line.Trim() != "#endregion").Select(static line => line.Length < 8 ? "" : line[8..])];
            Assert.Equal(region, code);
        }
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MutualInfo.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
