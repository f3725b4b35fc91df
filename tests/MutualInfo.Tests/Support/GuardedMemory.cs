namespace MutualInfo.Tests.Support;

/// <summary>Which end of a span touches the page that may not be touched.</summary>
public enum GuardedEnd
{
    Start,
    End,
}

/// <summary>Numbers that end, or begin, exactly where a page begins that can be neither read nor written: a step outside stops the process.</summary>
/// <remarks>
/// Between two such pages the numbers lie at one end; what is left of their own pages at the other end is filled with a pattern that
/// <see cref="Dispose"/> checks. Input can also be sealed: then any write to it stops the process too.
/// </remarks>
internal sealed unsafe class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private const byte Pattern = 0xA5;

    private readonly byte* _pages;
    private readonly nuint _ownBytes;
    private readonly nuint _pageBytes = (nuint)Environment.SystemPageSize;
    private readonly byte* _numbers;
    private readonly int _length;

    /// <summary>Maps room for a number of elements at one end of its pages. The elements are zero.</summary>
    public GuardedMemory(int length, GuardedEnd end)
    {
        nuint bytes = (nuint)length * (nuint)sizeof(T);
        _ownBytes = Math.Max(1, (bytes + _pageBytes - 1) / _pageBytes) * _pageBytes;
        _length = length;
        _pages = (byte*)Pages.MapWithout(_pageBytes, _ownBytes);
        new Span<byte>(_pages + _pageBytes, (int)_ownBytes).Fill(Pattern);
        _numbers = _pages + _pageBytes + (end == GuardedEnd.End ? _ownBytes - bytes : 0);
        Span.Clear();
    }

    /// <summary>Maps a copy of numbers.</summary>
    public GuardedMemory(ReadOnlySpan<T> values, GuardedEnd end)
        : this(values.Length, end) => values.CopyTo(Span);

    public Span<T> Span => new(_numbers, _length);

    /// <summary>From now on a write to the numbers stops the process.</summary>
    public void Seal() => Pages.MakeReadOnly(_pages + _pageBytes, _ownBytes);

    /// <summary>Checks that nothing was written beside the numbers, and unmaps.</summary>
    public void Dispose()
    {
        ReadOnlySpan<byte> before = new(_pages + _pageBytes, (int)(_numbers - (_pages + _pageBytes)));
        int after = (int)_ownBytes - before.Length - _length * sizeof(T);
        bool isWhole = !before.ContainsAnyExcept(Pattern)
            && !new ReadOnlySpan<byte>(_numbers + _length * sizeof(T), after).ContainsAnyExcept(Pattern);
        Pages.Unmap(_pages, _ownBytes + 2 * _pageBytes);
        Assert.True(isWhole, $"Something was written beside a span of {_length} {typeof(T).Name}.");
    }
}

/// <summary>A theory whose cases need pages that cannot be touched; skipped, with a reason, where the system has no call for them here.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GuardedTheoryAttribute : TheoryAttribute
{
    public GuardedTheoryAttribute() => Skip = Pages.AbsenceReason;
}

/// <summary>A fact that needs pages that cannot be touched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GuardedFactAttribute : FactAttribute
{
    public GuardedFactAttribute() => Skip = Pages.AbsenceReason;
}
