using System.Reflection;
using System.Runtime.CompilerServices;
using MutualInfo.Files;
using MutualInfo.Gpu;

namespace MutualInfo.Tests.Documentation;

/// <summary>A change of what users see is a change of a PublicApi file, so a review sees it too.</summary>
public class PublicSurfaceTests
{
    private const string Update = "MUTUALINFO_UPDATE_PUBLIC_API";

    // What the library may stand on: the framework, its tensors, and special functions.
    private static readonly string[] _allowed = ["System.Numerics.Tensors", "MathNet.Numerics"];

    [Theory]
    [InlineData("PublicApi.txt", typeof(Information))]
    [InlineData("PublicApi.Files.txt", typeof(DataFile))]
    [InlineData("PublicApi.Gpu.txt", typeof(GpuBackend))]
    public void PublicApi_OfAPackage_IsAsWrittenDown(string file, Type typeOfPackage)
    {
        ArgumentNullException.ThrowIfNull(typeOfPackage);
        string path = Path.Combine(Path.GetDirectoryName(ThisFile())!, file);
        string actual = PublicSurface.Of(typeOfPackage.Assembly);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, actual);
        string expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (expected == actual)
            return;

        string[] gone = [.. expected.Split('\n').Except(actual.Split('\n')).Select(line => "- " + line.Trim())];
        string[] came = [.. actual.Split('\n').Except(expected.Split('\n')).Select(line => "+ " + line.Trim())];
        Assert.Fail(
            $"The public surface is not that of {file}. If that is meant, run the tests once with {Update}=1, and commit the file.\n"
            + string.Join('\n', [.. gone, .. came]));
    }

    [Fact]
    public void References_OfTheCore_AreTheFrameworkAndTensors()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (AssemblyName reference in typeof(Information).Assembly.GetReferencedAssemblies())
        {
            bool isFramework = File.Exists(Path.Combine(framework, reference.Name + ".dll"));
            Assert.True(isFramework || _allowed.Contains(reference.Name), $"The core references {reference.Name}.");
        }
    }

    // A deterministic build maps the path of the source away; the file then lies beside the tests' sources, above the output folder.
    private static string ThisFile([CallerFilePath] string path = "")
    {
        if (File.Exists(path))
            return path;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "Documentation", "PublicSurfaceTests.cs");
            if (File.Exists(candidate))
                return candidate;
        }

        throw new FileNotFoundException("The folder of the tests' sources was not found above the output folder.", "Documentation/PublicSurfaceTests.cs");
    }
}
