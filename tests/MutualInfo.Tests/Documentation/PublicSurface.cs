using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace MutualInfo.Tests.Documentation;

/// <summary>Lists every public type and member of an assembly, one line each, sorted by ordinal, the same in every culture.</summary>
internal static class PublicSurface
{
    private static readonly NullabilityInfoContext _nullability = new();

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in Members(type).Distinct().Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? (type.IsByRefLike ? "ref struct" : "struct")
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsSealed ? "sealed class"
            : type.IsAbstract ? "abstract class"
            : "class";
        string readOnly = type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "";
        string record = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", Declared) is not null ? " record" : "";
        IEnumerable<string> bases = type.GetInterfaces().Where(one => one.IsVisible).Select(Name).Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases = bases.Prepend(Name(parent));
        string list = type.IsEnum ? "" : string.Join(", ", bases);
        return $"{readOnly}{kind}{record} {type.Namespace}.{Name(type)}{(list.Length > 0 ? " : " + list : "")}{Constraints(type.GetGenericArguments())}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        IEnumerable<string> fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily)
            .Select(field => $"{(field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {Literal(field.GetRawConstantValue())}" : $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}")}");
        IEnumerable<string> constructors = type.GetConstructors(Declared).Where(IsVisible)
            .Select(constructor => $"{BareName(type)}({Parameters(constructor)})");
        IEnumerable<string> properties = type.GetProperties(Declared)
            .Where(property => property.GetAccessors(true).Any(IsVisible))
            .Select(Property);
        IEnumerable<string> methods = type.GetMethods(Declared)
            .Where(method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<'))
            .Select(Method);
        return [.. fields, .. constructors, .. properties, .. methods];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Property(PropertyInfo property)
    {
        MethodInfo any = property.GetAccessors(true).First(IsVisible);
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        string set = property.SetMethod is not { } setter || !IsVisible(setter) ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{required}{Static(any.IsStatic)}{Name(property.PropertyType, _nullability.Create(property))} {name} {{ {get}{set}}}";
    }

    private static string Method(MethodInfo method)
    {
        Type[] arguments = method.GetGenericArguments();
        string generic = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => argument.Name))}>";
        string extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        string family = method.IsFamily ? "protected " : "";
        return $"{family}{Static(method.IsStatic)}{Name(method.ReturnType, _nullability.Create(method.ReturnParameter))} {method.Name}{generic}({extension}{Parameters(method)}){Constraints(arguments)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        string by = type.IsByRef ? parameter.IsIn ? "in " : parameter.IsOut ? "out " : "ref " : "";
        string name = Name(type.IsByRef ? type.GetElementType()! : type, _nullability.Create(parameter));
        return $"{by}{name} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, type)}" : "")}";
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(argument =>
    {
        bool isUnmanaged = argument.GetCustomAttributesData().Any(data => data.AttributeType.Name == "IsUnmanagedAttribute");
        IEnumerable<string> types = argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name).Order(StringComparer.Ordinal);
        string list = string.Join(", ", isUnmanaged ? types.Prepend("unmanaged") : types);
        return list.Length == 0 ? "" : $" where {argument.Name} : {list}";
    }));

    private static string Literal(object? value, Type? type = null) => value switch
    {
        null => type is { IsValueType: true } && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type is { IsEnum: true } => $"{type.Name}.{Enum.ToObject(type, value)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Name(Type type) => Name(type, null);

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        string mark = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (!type.IsGenericType)
            return Keyword(type) + mark;
        Type[] arguments = type.GetGenericArguments();
        NullabilityInfo[]? inner = nullability?.GenericTypeArguments is { Length: > 0 } found && found.Length == arguments.Length ? found : null;
        return $"{BareName(type)}<{string.Join(", ", arguments.Select((argument, i) => Name(argument, inner?[i])))}>{mark}";
    }

    private static string BareName(Type type) => type.Name.Split('`')[0];

    private static string Keyword(Type type) => type.FullName switch
    {
        "System.Double" => "double",
        "System.Single" => "float",
        "System.Int32" => "int",
        "System.Int64" => "long",
        "System.Boolean" => "bool",
        "System.String" => "string",
        "System.Object" => "object",
        "System.Void" => "void",
        _ => type.Name,
    };
}
