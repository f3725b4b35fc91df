using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>The noise of one layer: a number for each unit and sample, as drawn last, or none.</summary>
/// <param name="fill">How to draw: standard normal numbers, or a mask.</param>
internal sealed class Noise<T>(Noise<T>.Filling fill) where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> _values = new();
    private bool _isStale;

    public delegate void Filling(Span<T> values);

    public bool IsOn { get; private set; }

    public void Redraw() => IsOn = _isStale = true;

    public void Silence() => IsOn = false;

    /// <summary>Gets the numbers for a pass of some shape, and draws them where that was asked for.</summary>
    /// <exception cref="InvalidOperationException">The noise in force was drawn for another shape.</exception>
    public ReadOnlySpan<T> For(Matrix<T> pass)
    {
        if (_isStale)
        {
            _values.Reshape(pass.Rows, pass.Columns);
            fill(_values.Values);
            _isStale = false;
        }

        return _values.Rows == pass.Rows && _values.Columns == pass.Columns
            ? _values.Values
            : throw new InvalidOperationException(
                $"The noise has the shape ({_values.Rows}, {_values.Columns}) and the pass ({pass.Rows}, {pass.Columns}); redraw it.");
    }
}
