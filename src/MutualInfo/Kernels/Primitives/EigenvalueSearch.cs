using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Finds a range of the eigenvalues of one unreduced tridiagonal matrix: by bisection until each is alone, then by Newton's
/// method within its bracket.
/// </summary>
/// <remarks>
/// <para>
/// Invariant: the brackets in the queue are disjoint and hold every wanted eigenvalue that has not been written; counts at their
/// ends are known. A sweep takes 32 brackets and halves each, or fewer and cuts them into more pieces.
/// </para>
/// <para>
/// Newton's step h from x is believed by what the bracket proves alone. All other eigenvalues are at least δ away from x, where
/// δ is the distance to the ends of the bracket that first isolated this one, so p′/p differs from 1/(x − λ) by at most n/δ,
/// and where 2n·h ≤ δ the step misses λ by at most 2n·h²/δ. Clusters, whose steps are short long before they are good, cannot
/// pass for converged that way.
/// </para>
/// </remarks>
internal unsafe ref struct EigenvalueSearch
{
    // Newton's method doubles its digits from a good start and needs about 3 steps. Where it has taken so
    // many, halving goes on alone.
    private const int MostSteps = 20;

    private readonly SturmSweep _matrix;
    private readonly VectorPath _path;
    private readonly double _tolerance;
    private readonly Span<double> _eigenvalues;
    private readonly int _first;
    private Span<EigenvalueBracket> _queue;
    private int _head;
    private int _pending;

    /// <summary>Prepares a search.</summary>
    /// <param name="matrix">The matrix; the other fields of the sweep are filled here.</param>
    /// <param name="path">The vectors to compute in.</param>
    /// <param name="tolerance">How far a result may be from an eigenvalue of the matrix as given.</param>
    /// <param name="first">The number of the first wanted eigenvalue, ascending from 0.</param>
    /// <param name="eigenvalues">Receives the wanted eigenvalues, ascending; its length says how many.</param>
    public EigenvalueSearch(SturmSweep matrix, VectorPath path, double tolerance, int first, Span<double> eigenvalues)
    {
        _matrix = matrix;
        _path = path;
        _tolerance = tolerance;
        _first = first;
        _eigenvalues = eigenvalues;
    }

    /// <summary>Finds the wanted eigenvalues.</summary>
    /// <param name="low">A number below all eigenvalues.</param>
    /// <param name="high">A number above all eigenvalues.</param>
    /// <param name="cancellation">Stops the search between two sweeps.</param>
    public void Run(double low, double high, CancellationToken cancellation)
    {
        // Every bracket holds a wanted eigenvalue, so there are never more than those.
        using AlignedBuffer<EigenvalueBracket> queue = AlignedBuffer<EigenvalueBracket>.Rent(_eigenvalues.Length);
        using AlignedBuffer<double> points = AlignedBuffer<double>.Rent(3 * SturmSweep.Points);
        SturmSweep sweep = _matrix with
        {
            At = points.Pointer,
            Counts = (long*)(points.Pointer + SturmSweep.Points),
            LogSlopes = points.Pointer + 2 * SturmSweep.Points,
        };

        _queue = queue.Span;
        Keep(new EigenvalueBracket { Low = low, High = high, Below = 0, Through = _matrix.Rows }, double.NaN, double.NaN);
        Span<EigenvalueBracket> group = stackalloc EigenvalueBracket[SturmSweep.Points];
        while (_pending > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Span<EigenvalueBracket> taken = group[..Math.Min(group.Length, _pending)];
            foreach (ref EigenvalueBracket bracket in taken)
                bracket = Dequeue();
            int share = ShareOfPoints(taken);
            PlacePoints(taken, share, sweep.At);
            VectorPaths.Run(_path, ref sweep);
            Narrow(taken, share, sweep);
        }
    }

    private EigenvalueBracket Dequeue()
    {
        EigenvalueBracket bracket = _queue[_head];
        _head = _head + 1 == _queue.Length ? 0 : _head + 1;
        _pending--;
        return bracket;
    }

    private void Enqueue(in EigenvalueBracket bracket)
    {
        int tail = _head + _pending;
        _queue[tail < _queue.Length ? tail : tail - _queue.Length] = bracket;
        _pending++;
    }

    // A bracket with a candidate takes one point, and the others divide what is left.
    private static int ShareOfPoints(Span<EigenvalueBracket> group)
    {
        int candidates = 0;
        foreach (ref EigenvalueBracket bracket in group)
            candidates += bracket.HasCandidate ? 1 : 0;
        return (SturmSweep.Points - candidates) / Math.Max(1, group.Length - candidates);
    }

    private static void PlacePoints(Span<EigenvalueBracket> group, int share, double* at)
    {
        int used = 0;
        foreach (ref EigenvalueBracket bracket in group)
        {
            if (bracket.HasCandidate)
            {
                at[used++] = bracket.Candidate;
                continue;
            }

            for (int piece = 1; piece <= share; piece++)
                at[used++] = bracket.Low + (bracket.High - bracket.Low) * piece / (share + 1);
        }

        new Span<double>(at + used, SturmSweep.Points - used).Fill(at[0]);
    }

    private void Narrow(scoped Span<EigenvalueBracket> group, int share, in SturmSweep sweep)
    {
        int used = 0;
        foreach (ref EigenvalueBracket bracket in group)
        {
            int points = bracket.HasCandidate ? 1 : share;
            EigenvalueBracket piece = bracket;
            double slopeLow = double.NaN;
            for (int point = used; point <= used + points; point++)
            {
                bool isLast = point == used + points;
                double slopeHigh = isLast ? double.NaN : sweep.LogSlopes[point];
                piece.High = isLast ? bracket.High : sweep.At[point];
                // Rounding may make a count fall where it should rise; the known counts at the ends rule.
                piece.Through = isLast ? bracket.Through : (int)Math.Clamp(sweep.Counts[point], piece.Below, bracket.Through);
                if (piece.Through > piece.Below)
                    Keep(piece, slopeLow, slopeHigh);
                slopeLow = slopeHigh;
                piece.Low = piece.High;
                piece.Below = piece.Through;
            }

            used += points;
        }
    }

    /// <summary>Writes what a bracket has proved, or keeps it for another sweep.</summary>
    /// <param name="bracket">
    /// The bracket; what it knows beside its ends and counts is of the bracket that it is a piece of.
    /// </param>
    /// <param name="slopeLow">p′/p at its lower end; NaN where that was not evaluated now.</param>
    /// <param name="slopeHigh">p′/p at its upper end.</param>
    private void Keep(EigenvalueBracket bracket, double slopeLow, double slopeHigh)
    {
        if (bracket.Through <= _first || bracket.Below >= _first + _eigenvalues.Length)
            return;
        double middle = bracket.Low + (bracket.High - bracket.Low) / 2;
        // Written so that NaN ends the search too.
        bool canBeHalved = bracket.High - bracket.Low > 2 * _tolerance && middle > bracket.Low && middle < bracket.High;
        if (!canBeHalved)
        {
            Write(bracket, middle);
            return;
        }

        bracket.Candidate = double.NaN;
        if (bracket.IsIsolated && RefineAlone(ref bracket, slopeLow, slopeHigh))
            return;
        Enqueue(bracket);
    }

    /// <summary>Takes Newton's step in the bracket of one eigenvalue. Returns whether that was the last.</summary>
    private readonly bool RefineAlone(ref EigenvalueBracket bracket, double slopeLow, double slopeHigh)
    {
        // The end with the steeper slope is the nearer one; an end that was not evaluated has none.
        bool fromHigh = double.IsNaN(slopeLow) || Math.Abs(slopeHigh) > Math.Abs(slopeLow);
        (double at, double slope) = fromHigh ? (bracket.High, slopeHigh) : (bracket.Low, slopeLow);
        if (bracket.OuterLow == bracket.OuterHigh)
        {
            (bracket.OuterLow, bracket.OuterHigh) = (bracket.Low, bracket.High);
            (bracket.LastAt, bracket.LastSlope) = fromHigh ? (bracket.Low, slopeLow) : (bracket.High, slopeHigh);
        }

        double newton = at - 1 / slope;
        if (IsProven(bracket, at, 1 / slope))
        {
            Write(bracket, Math.Clamp(newton, bracket.Low, bracket.High));
            return true;
        }

        if (bracket.Steps < MostSteps)
        {
            double better = WithoutOthers(at, slope, bracket.LastAt, bracket.LastSlope);
            bracket.Candidate = IsInside(bracket, better) ? better : IsInside(bracket, newton) ? newton : double.NaN;
            bracket.Steps++;
        }

        (bracket.LastAt, bracket.LastSlope) = (at, slope);
        return false;
    }

    /// <summary>
    /// The λ for which p′/p = 1/(x − λ) + c at two points: the other eigenvalues, further away, add nearly the same to both.
    /// </summary>
    private static double WithoutOthers(double at, double slope, double otherAt, double otherSlope)
    {
        // (x − λ)(y − λ) = (y − x)/(S(x) − S(y)), and the root that is nearer to x.
        double apart = otherAt - at;
        double product = apart / (slope - otherSlope);
        return at - 2 * product / (apart + double.CopySign(Math.Sqrt(apart * apart + 4 * product), apart));
    }

    private static bool IsInside(in EigenvalueBracket bracket, double value) => value > bracket.Low && value < bracket.High;

    private readonly bool IsProven(in EigenvalueBracket bracket, double from, double step)
    {
        double distance = Math.Min(from - bracket.OuterLow, bracket.OuterHigh - from);
        double reach = 2.0 * _matrix.Rows * Math.Abs(step);
        return reach <= distance && reach * Math.Abs(step) <= _tolerance * distance;
    }

    private readonly void Write(in EigenvalueBracket bracket, double value)
    {
        int start = Math.Max(bracket.Below - _first, 0);
        int end = Math.Min(bracket.Through - _first, _eigenvalues.Length);
        _eigenvalues[start..end].Fill(value);
    }
}
