using MutualInfo.Internal;
using MutualInfo.Recording.Drawing;

namespace MutualInfo.Recording;

/// <summary>The recorded points of a training run, to be written as a table or drawn as a picture. Immutable.</summary>
/// <remarks>
/// A point says what an estimator says of a layer; whether that is worth believing, its <see cref="InformationPlanePoint.Saturation"/>
/// says: near 1, I(X;T) is close to its ceiling log₂ n whatever the layer does.
/// </remarks>
public sealed class InformationPlane
{
    /// <summary>Makes a plane of points, such as those of several recorders, or those of one in another order.</summary>
    /// <param name="points">The points; layers and estimators are listed and drawn in the order in which they first occur here.</param>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    /// <exception cref="ArgumentException">A point is null.</exception>
    public InformationPlane(IEnumerable<InformationPlanePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        InformationPlanePoint[] all = [.. points];
        int missing = Array.IndexOf(all, null);
        if (missing >= 0)
            Throw.Invalid(nameof(points), $"points[{missing}] is null; give points only.");
        Points = all.AsReadOnly();
        Layers = all.Select(point => point.Layer).Distinct(StringComparer.Ordinal).ToArray().AsReadOnly();
        Estimators = all.Select(point => point.Estimator).Distinct().ToArray().AsReadOnly();
    }

    /// <summary>Gets the points, in the order in which they were given.</summary>
    /// <remarks>From a recorder: by estimator, then layer, then epoch; see <see cref="InformationPlaneRecorder{T}.Plane"/>.</remarks>
    public IReadOnlyList<InformationPlanePoint> Points { get; }

    /// <summary>Gets the names of the layers, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>Gets the estimators, in the order in which they first occur.</summary>
    public IReadOnlyList<IMutualInformationEstimator> Estimators { get; }

    /// <summary>Writes the points as comma-separated values to a file, in UTF-8 without a byte-order mark.</summary>
    /// <param name="path">The file. One that exists is replaced; where anything fails it stays as it was, and no part of the new one is left.</param>
    /// <remarks>
    /// The header is <c>epoch,layer,estimator,I(X;T),I(T;Y),H(T),unit,n,saturation,seconds</c>. Amounts are in bits; numbers read back to
    /// the same bits and look the same in every culture. An entropy that was not measured is empty, and so is its saturation. Names are
    /// quoted as RFC 4180 says, and lines end in LF.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written, as where its folder is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void WriteCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, WriteCsv);
    }

    /// <summary>Writes the points as comma-separated values; see <see cref="WriteCsv(string)"/>.</summary>
    /// <param name="writer">Receives the text, and stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PlaneCsv.Write(this, writer);
    }

    /// <summary>Draws the plane as an SVG file: one panel for each estimator, one path through its epochs for each layer.</summary>
    /// <param name="path">The file. One that exists is replaced; where anything fails it stays as it was, and no part of the new one is left.</param>
    /// <remarks>
    /// Axes are in bits. Colour tells the epoch, on a logarithmic scale where the epochs span more than two decades; markers and labels
    /// tell the layer. Dashed lines are the ceilings: log₂ n of I(X;T) and H(Y) of I(T;Y), by the panel's own estimator. Negative values
    /// and values above a ceiling are drawn where they are. The picture needs no font, style sheet or script, and equal planes give equal
    /// text.
    /// </remarks>
    /// <inheritdoc cref="WriteCsv(string)" path="/exception"/>
    public void WriteSvg(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, WriteSvg);
    }

    /// <summary>Draws the plane as SVG; see <see cref="WriteSvg(string)"/>.</summary>
    /// <param name="writer">Receives the text, and stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteSvg(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        new PlaneDrawing(this).Write(new SvgText(writer));
    }
}
