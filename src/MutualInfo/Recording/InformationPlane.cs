using MutualInfo.Internal;
using MutualInfo.Recording.Drawing;
using MutualInfo.Sensitivity;

namespace MutualInfo.Recording;

/// <summary>The recorded points of a training run, to be written as a table or drawn as a picture. Immutable.</summary>
/// <remarks>
/// A point says what an estimator says of a layer; whether that is worth believing, its two verdicts say, and <see cref="Verdicts"/> says it for a
/// layer's whole course. <see cref="Findings"/> tells what does not fit together between layers and estimators.
/// </remarks>
public sealed class InformationPlane
{
    private IReadOnlyList<LayerVerdict>? _verdicts;
    private IReadOnlyList<PlaneFinding>? _findings;

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
        Chain = Layers;
    }

    /// <summary>Gets the points, in the order in which they were given.</summary>
    /// <remarks>From a recorder: by estimator, then layer, then epoch; see <see cref="InformationPlaneRecorder{T}.Plane"/>.</remarks>
    public IReadOnlyList<InformationPlanePoint> Points { get; }

    /// <summary>Gets the names of the layers, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>
    /// Gets the layers from input to output, each computed from the one before it. <value>The default is <see cref="Layers"/>; from a recorder it is
    /// the order in which the layers were first recorded.</value>
    /// </summary>
    /// <remarks>Leave out what is not computed from the layer before it alone, such as a branch.</remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">A name is not that of a layer, or is given twice.</exception>
    public IReadOnlyList<string> Chain
    {
        get;
        init
        {
            Throw.UnlessGiven(value, nameof(Chain));
            string[] names = [.. value];
            for (int i = 0; i < names.Length; i++)
            {
                if (!Layers.Contains(names[i]))
                    Throw.Invalid(nameof(Chain), $"Chain[{i}] is '{names[i]}', which no point is of; the layers are {string.Join(", ", Layers)}.");
                if (Array.IndexOf(names, names[i]) < i)
                    Throw.Invalid(nameof(Chain), $"Chain[{i}] is '{names[i]}' again; name each layer once.");
            }

            field = names.AsReadOnly();
        }
    }

    /// <summary>Gets the verdicts on every layer under every estimator, over all epochs, in the order of both. Made at the first call.</summary>
    public IReadOnlyList<LayerVerdict> Verdicts => _verdicts ??= Points.GroupBy(point => (point.Estimator, point.Layer))
        .Select(group => new LayerVerdict(group.Key.Estimator, group.Key.Layer, [.. group]))
        .OrderBy(verdict => IndexOf(Estimators, verdict.Estimator)).ThenBy(verdict => IndexOf(Layers, verdict.Layer)).ToArray().AsReadOnly();

    /// <summary>
    /// Gets what does not fit together: laws between layers, estimators and ceilings that some points do not keep, those that are theorems first.
    /// Empty where all is kept. Made at the first call.
    /// </summary>
    public IReadOnlyList<PlaneFinding> Findings => _findings ??= PlaneLaws.Check(this).ToArray().AsReadOnly();

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

    /// <summary>Draws the plane as an SVG file in which the variants of one estimator share a panel, as a band around one path.</summary>
    /// <param name="path">The file. One that exists is replaced; where anything fails it stays as it was, and no part of the new one is left.</param>
    /// <param name="bands">Sweeps whose estimators have been recorded. Variants that have not been are left out.</param>
    /// <remarks>
    /// The panel of a sweep shows the path of the variant in the middle of the parameter's values, and its ceilings. The band is what that path
    /// sweeps over as the parameter goes from its lowest to its highest value; thin lines are the paths at both ends, and the thick line at the
    /// last epoch runs through all values. Both axes move together: a rectangle around the extremes of each would show more than there is.
    /// Everything else is as <see cref="WriteSvg(string)"/> draws it.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or a band is null or has no estimator that was recorded.</exception>
    /// <inheritdoc cref="WriteCsv(string)" path="/exception[not(@cref='T:System.ArgumentException') and not(@cref='T:System.ArgumentNullException')]"/>
    public void WriteSvg(string path, params ReadOnlySpan<Sweep> bands)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Sweep[] all = Recorded(bands);
        WholeFile.Write(path, writer => new PlaneDrawing(this, all).Write(new SvgText(writer)));
    }

    /// <summary>Draws the plane as SVG with bands; see <see cref="WriteSvg(string, ReadOnlySpan{Sweep})"/>.</summary>
    /// <param name="writer">Receives the text, and stays open.</param>
    /// <param name="bands">Sweeps whose estimators have been recorded.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="ArgumentException">A band is null or has no estimator that was recorded.</exception>
    public void WriteSvg(TextWriter writer, params ReadOnlySpan<Sweep> bands)
    {
        ArgumentNullException.ThrowIfNull(writer);
        new PlaneDrawing(this, Recorded(bands)).Write(new SvgText(writer));
    }

    /// <summary>Draws the plane as SVG; see <see cref="WriteSvg(string)"/>.</summary>
    /// <param name="writer">Receives the text, and stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteSvg(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        new PlaneDrawing(this, []).Write(new SvgText(writer));
    }

    private Sweep[] Recorded(ReadOnlySpan<Sweep> bands)
    {
        for (int i = 0; i < bands.Length; i++)
        {
            if (bands[i] is null)
                Throw.Invalid(nameof(bands), $"bands[{i}] is null; give sweeps only.");
            if (!bands[i].Estimators.Any(Estimators.Contains))
                Throw.Invalid(nameof(bands), $"bands[{i}] sweeps {bands[i].ToString()}, and no point of the plane is by one of its estimators. Give its Estimators to the recorder.");
        }

        return bands.ToArray();
    }

    private static int IndexOf<T>(IReadOnlyList<T> list, T item)
    {
        int index = 0;
        while (!EqualityComparer<T>.Default.Equals(list[index], item))
            index++;
        return index;
    }
}
