using System.Globalization;
using System.Reflection;

namespace Matinee.Tests.PublicApi;

/// <summary>Types and their members as lines of text: a change of what callers see is a change of a line.</summary>
internal static class ApiText
{
    private static readonly NullabilityInfoContext Nulls = new();

    public static IEnumerable<string> Lines(IEnumerable<Type> types) =>
        types.SelectMany(type =>
            PublicTypes
                .Members(type)
                .Select(member => $"{TypeText.Of(type)}.{Member(member)}")
                .Order(StringComparer.Ordinal)
                .Prepend(Declaration(type))
        );

    private static string Declaration(Type type)
    {
        string kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType
                ? IsRecord(type) ? "record struct"
                    : "struct"
            : IsRecord(type) ? "record"
            : "class";
        string shape =
            type is { IsAbstract: true, IsSealed: true } ? "static "
            : type is { IsAbstract: true, IsInterface: false } ? "abstract "
            : type.IsSealed && !type.IsValueType ? "sealed "
            : "";
        string[] bases =
        [
            .. new[] { type.BaseType }
                .OfType<Type>()
                .Where(one => one != typeof(object) && one != typeof(ValueType) && one != typeof(Enum))
                .Concat(type.IsEnum ? [] : type.GetInterfaces().Where(one => !IsOfRecord(type, one)))
                .Select(one => TypeText.Of(one))
                .Order(StringComparer.Ordinal),
        ];
        return $"{shape}{kind} {TypeText.Of(type)}{(bases.Length > 0 ? $" : {string.Join(", ", bases)}" : "")}";
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static bool IsOfRecord(Type type, Type face) =>
        IsRecord(type) && face.IsConstructedGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>);

    private static string Member(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method =>
                $"{method.Name}{Arguments(method)}({Parameters(method)}) : {TypeText.Of(method.ReturnType, Nulls.Create(method.ReturnParameter))}{Marks(method)}",
            PropertyInfo property =>
                $"{property.Name} {{ {Accessors(property)} }} : {TypeText.Of(property.PropertyType, Nulls.Create(property))}{Marks(property.GetAccessors(true)[0])}{(IsRequired(property) ? " required" : "")}",
            FieldInfo { IsLiteral: true } field => $"{field.Name} = {Value(field.GetRawConstantValue())}",
            FieldInfo field =>
                $"{field.Name} : {TypeText.Of(field.FieldType, Nulls.Create(field))}{(field.IsStatic ? " static" : "")}",
            EventInfo happening => $"event {happening.Name} : {TypeText.Of(happening.EventHandlerType!)}",
            _ => throw new ArgumentOutOfRangeException(nameof(member), member, null),
        };

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => TypeText.Of(one)))}>"
            : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(one =>
                    $"{Passing(one)}{TypeText.Of(one.ParameterType, Nulls.Create(one))} {one.Name}{Default(one)}"
                )
        );

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue ? ""
        : parameter is { DefaultValue: null, ParameterType.IsValueType: true }
        && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? " = default"
        : $" = {Value(parameter.DefaultValue)}";

    private static string Passing(ParameterInfo parameter) =>
        parameter.IsOut ? "out "
        : parameter.IsIn ? "in "
        : parameter.ParameterType.IsByRef ? "ref "
        : "";

    private static string Accessors(PropertyInfo property)
    {
        var accessors = new List<string>();
        if (property.GetMethod is { } get && PublicTypes.IsVisible(get))
        {
            accessors.Add("get;");
        }

        if (property.SetMethod is { } set && PublicTypes.IsVisible(set))
        {
            accessors.Add(
                set
                    .ReturnParameter.GetRequiredCustomModifiers()
                    .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                    ? "init;"
                    : "set;"
            );
        }

        return string.Join(' ', accessors);
    }

    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));

    private static string Marks(MethodBase method) =>
        (method.IsStatic ? " static" : "")
        + (method.IsFamily || method.IsFamilyOrAssembly ? " protected" : "")
        + (
            method.DeclaringType!.IsInterface ? ""
            : method.IsAbstract ? " abstract"
            : method is { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false } ? " virtual"
            : ""
        );

    private static string Value(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
