namespace MutualInfo.Tests.Support;

/// <summary>A fact that reads the shared folder, skipped with a reason where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFolder.AbsenceReason;
}

/// <summary>A theory that reads the shared folder, skipped with a reason where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.AbsenceReason;
}
