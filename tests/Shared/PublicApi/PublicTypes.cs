using System.Reflection;

namespace Matinee.Tests.PublicApi;

/// <summary>The types that a package promises.</summary>
internal static class PublicTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>
    /// An assembly's public types, and those of Matinee's other assemblies that somebody meets through them: by what members take and return,
    /// bases and interfaces.
    /// </summary>
    /// <param name="alsoMet">Such as exceptions, which no signature names.</param>
    public static IReadOnlyList<Type> Of(Assembly assembly, params Type[] alsoMet)
    {
        var met = new HashSet<Type>();
        var waiting = new Queue<Type>(assembly.GetExportedTypes().Concat(alsoMet));
        while (waiting.TryDequeue(out Type? type))
        {
            if (met.Add(type))
            {
                foreach (Type next in Mentioned(type).SelectMany(Parts).Where(IsOurs))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return [.. met.OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    /// <summary>What a type declares and others can see, without what the compiler adds.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(Declared).Where(member => IsVisible(member) && !IsSynthesized(member));

    /// <summary>Seen from anywhere, or from a class that derives.</summary>
    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(MemberInfo member) =>
        member switch
        {
            MethodBase method => IsVisible(method),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
            EventInfo happening => IsVisible(happening.AddMethod!),
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            _ => false,
        };

    // Accessors stand with their property; a record's equality and copying, with "record".
    private static bool IsSynthesized(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: true } method && !method.Name.StartsWith("op_", StringComparison.Ordinal)
        || member is FieldInfo { IsSpecialName: true }
        || member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
        || member is PropertyInfo { Name: "EqualityContract" };

    private static IEnumerable<Type> Mentioned(Type type) =>
        new[] { type.BaseType, type.DeclaringType }
            .OfType<Type>()
            .Concat(type.GetInterfaces())
            .Concat(
                Members(type)
                    .SelectMany(member =>
                        member switch
                        {
                            MethodInfo method => method
                                .GetParameters()
                                .Select(one => one.ParameterType)
                                .Append(method.ReturnType),
                            ConstructorInfo constructor => constructor.GetParameters().Select(one => one.ParameterType),
                            PropertyInfo property => [property.PropertyType],
                            FieldInfo field => [field.FieldType],
                            EventInfo happening => [happening.EventHandlerType!],
                            _ => Enumerable.Empty<Type>(),
                        }
                    )
            );

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsConstructedGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    public static bool IsOurs(Type type) =>
        !type.IsGenericParameter
        && type.IsVisible
        && type.Assembly.GetName().Name!.StartsWith("Matinee", StringComparison.Ordinal);
}
