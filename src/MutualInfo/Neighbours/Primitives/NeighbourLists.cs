using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// The nearest samples that a search has found so far, for every sample a list of one length, nearest first. It is none of its
/// own neighbours.
/// </summary>
/// <remarks>
/// Distances do not depend on the order of the search. Which of several samples at the last distance of a list is named does, and
/// nobody asks.
/// </remarks>
internal sealed unsafe class NeighbourLists : IDisposable
{
    private AlignedBuffer<double> _distances;
    private AlignedBuffer<int> _rows;

    /// <summary>Makes empty lists: every place is at an infinite distance.</summary>
    public NeighbourLists(int count, int length)
    {
        Length = length;
        _distances = AlignedBuffer<double>.Rent(checked(count * length));
        _rows = AlignedBuffer<int>.Rent(count * length);
        _distances.Span.Fill(double.PositiveInfinity);
        _rows.Span.Fill(-1);
    }

    /// <summary>Gets the number of places in each list.</summary>
    public int Length { get; }

    /// <summary>Gets the distances of one sample's list, ascending; infinite where there is no neighbour.</summary>
    public ReadOnlySpan<double> Distances(int row) => new(_distances.Pointer + (nint)row * Length, Length);

    /// <summary>Gets the samples of one sample's list.</summary>
    public ReadOnlySpan<int> Rows(int row) => new(_rows.Pointer + (nint)row * Length, Length);

    /// <summary>The distance that a sample must be below to get into a list.</summary>
    public double Bound(int row) => _distances.Pointer[(nint)row * Length + Length - 1];

    /// <summary>Empties one sample's list.</summary>
    public void Clear(int row)
    {
        new Span<double>(_distances.Pointer + (nint)row * Length, Length).Fill(double.PositiveInfinity);
        new Span<int>(_rows.Pointer + (nint)row * Length, Length).Fill(-1);
    }

    /// <summary>Puts a sample into the list of another where it is near enough.</summary>
    public void Offer(int row, double distance, int neighbour)
    {
        double* distances = _distances.Pointer + (nint)row * Length;
        int* rows = _rows.Pointer + (nint)row * Length;
        if (neighbour == row || !(distance < distances[Length - 1]))
            return;
        int place = Length - 1;
        for (; place > 0 && distances[place - 1] > distance; place--)
        {
            distances[place] = distances[place - 1];
            rows[place] = rows[place - 1];
        }

        distances[place] = distance;
        rows[place] = neighbour;
    }

    public void Dispose()
    {
        _distances.Dispose();
        _rows.Dispose();
    }
}
