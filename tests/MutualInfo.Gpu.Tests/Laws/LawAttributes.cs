using MutualInfo.Gpu.Tests.Support;

namespace MutualInfo.Tests.Laws;

// The laws are the CPU's own files, compiled here as well. In their namespace these two come before xunit's, so that they are skipped, with the
// reason, where the build holds no ILGPU.

/// <summary>A fact that needs the emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute() => Skip = Emulator.AbsenceReason;
}

/// <summary>A theory that needs the emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute() => Skip = Emulator.AbsenceReason;
}
