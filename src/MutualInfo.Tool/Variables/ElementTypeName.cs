using MutualInfo.Files;

namespace MutualInfo.Tool.Variables;

/// <summary>The names that NumPy gives the types of numbers.</summary>
internal static class ElementTypeName
{
    public static string Of(ElementType type) => type == ElementType.Boolean ? "bool" : type.ToString().ToLowerInvariant();
}
