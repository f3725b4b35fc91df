namespace MutualInfo.InformationPlanes;

/// <summary>Where something that takes a while stands.</summary>
public interface IRunStatus
{
    TimeSpan Elapsed { get; }

    /// <summary>Gets the share of the time that has passed, from 0 to 1.</summary>
    double Fraction { get; }

    /// <summary>Gets whether this is the last status, which is always shown.</summary>
    bool IsLast { get; }

    /// <summary>Says it in one line, with the time left.</summary>
    string Describe();
}
