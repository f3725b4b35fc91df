using System.Text.Json;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.ReferenceCases;

/// <summary>The authors' own numbers, asked of the command.</summary>
public sealed class ReferenceCaseTests : IDisposable
{
    // The original rounds the edges of this case so that it lays 31 for 30 bins; for the mean over neurons results.json has no value
    // with the edges it means, as it has for the layer (*_ideal), which the command gives.
    private static readonly string[] _excused =
    [
        "c28_fakequant8_tanh_n1024_d5 uniform_layer_30_meanneuron mean I_XT",
        "c28_fakequant8_tanh_n1024_d5 uniform_layer_30_meanneuron mean I_TY",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Cases
    {
        get
        {
            TheoryData<string> names = [];
            if (SharedFolder.AbsenceReason is not null)
                return names;
            using JsonDocument document = Open();
            foreach (JsonProperty one in document.RootElement.EnumerateObject())
                names.Add(one.Name);
            return names;
        }
    }

    public void Dispose() => _folder.Dispose();

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public async Task Estimate_ReferenceCase_GivesTheReferenceValues(string name)
    {
        using JsonDocument document = Open();
        ReferenceCase owner = new(name, document.RootElement.GetProperty(name), _folder);
        Expectation[] expectations = [.. owner.Entries.SelectMany(entry => (IEnumerable<Expectation>)[.. CountingExpectations.Of(owner, entry), .. KernelExpectations.Of(owner, entry)])];

        List<(string Name, double Expected, double Actual, Tolerance Tolerance)> found = [];
        foreach (IGrouping<(Source X, Source Y), Expectation> pair in expectations.GroupBy(one => (one.X, one.Y)))
        {
            string[] specs = [.. pair.Select(one => one.Spec).Distinct()];
            JsonElement[] results = await Invocation.EstimateAsync(specs, [.. Arguments("--x", pair.Key.X), .. Arguments("--y", pair.Key.Y)]);
            found.AddRange(pair.Select(one => (one.Name, one.Value, one.Read(results[Array.IndexOf(specs, one.Spec)]), one.Tolerance)));
        }

        // A mean over neurons has one estimate for each of them.
        string[] misses = [.. found
            .GroupBy(one => one.Name)
            .Select(group => (group.First().Name, group.First().Expected, Actual: group.Average(one => one.Actual), group.First().Tolerance))
            .Where(one => !one.Tolerance.Allows(one.Expected, one.Actual) && !_excused.Contains($"{name} {one.Name}"))
            .Select(one => FormattableString.Invariant($"{name} {one.Name}: expected {one.Expected:R}, the command gives {one.Actual:R}"))];
        Assert.Empty(misses);
    }

    private static JsonDocument Open() => JsonDocument.Parse(File.ReadAllText(SharedFolder.FileAt("reference", "results.json")));

    private static string[] Arguments(string option, Source source) =>
        source.AreLabels ? [option, source.Argument, $"{option}-as", "labels"] : [option, source.Argument];
}
