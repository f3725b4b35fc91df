namespace MutualInfo.Tests.Support;

/// <summary>A fact that holds for every backend: see <see cref="TestBackend"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BackendFactAttribute : FactAttribute;

/// <summary>A theory that holds for every backend: see <see cref="TestBackend"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BackendTheoryAttribute : TheoryAttribute;
