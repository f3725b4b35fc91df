using MutualInfo.Gpu.Tests.Support;

namespace MutualInfo.Tests.Support;

/// <summary>A fact of the CPU's tests, on the emulator; skipped with the reason where the build holds no ILGPU.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BackendFactAttribute : FactAttribute
{
    public BackendFactAttribute() => Skip = Emulator.AbsenceReason;
}

/// <summary>A theory of the CPU's tests, on the emulator; skipped with the reason where the build holds no ILGPU.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BackendTheoryAttribute : TheoryAttribute
{
    public BackendTheoryAttribute() => Skip = Emulator.AbsenceReason;
}
