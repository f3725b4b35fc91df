namespace MutualInfo.Recording;

/// <summary>The recorded points of a training run.</summary>
public sealed class InformationPlane
{
    /// <summary>Makes a plane from points.</summary>
    public InformationPlane(IEnumerable<InformationPlanePoint> points) => Points = [.. points];

    /// <summary>Gets the points, by estimator, layer and epoch in the order of first recording.</summary>
    public IReadOnlyList<InformationPlanePoint> Points { get; }

    /// <summary>Writes CSV.</summary>
    public void WriteCsv(string path) => throw new NotImplementedException();

    /// <summary>Writes CSV.</summary>
    public void WriteCsv(TextWriter writer) => throw new NotImplementedException();

    /// <summary>Writes SVG.</summary>
    public void WriteSvg(string path) => throw new NotImplementedException();

    /// <summary>Writes SVG.</summary>
    public void WriteSvg(TextWriter writer) => throw new NotImplementedException();
}
