namespace MutualInfo.Gpu.Tests.Support;

/// <summary>A fact that runs kernels on the emulator; skipped with the reason where the build holds no ILGPU.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute() => Skip = Emulator.AbsenceReason;
}

/// <summary>A theory that runs kernels on the emulator; skipped with the reason where the build holds no ILGPU.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorTheoryAttribute : TheoryAttribute
{
    public EmulatorTheoryAttribute() => Skip = Emulator.AbsenceReason;
}
