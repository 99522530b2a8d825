using System.Reflection;

namespace Matinee.Tests.PublicApi;

/// <summary>Types as C# names them, with the question marks of what may be null.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type, NullabilityInfo? nulls = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Of(value)}?";
        }

        string name =
            type.IsByRef ? Of(type.GetElementType()!, nulls)
            : type.IsArray ? $"{Of(type.GetElementType()!, nulls?.ElementType)}[]"
            : Keywords.GetValueOrDefault(type) ?? Full(type, nulls);
        return !type.IsValueType && !type.IsByRef && nulls?.ReadState == NullabilityState.Nullable ? $"{name}?" : name;
    }

    private static string Full(Type type, NullabilityInfo? nulls)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        string name = type.Name.Split('`')[0];
        Type[] arguments = type.GetGenericArguments();
        if (arguments.Length > 0)
        {
            IEnumerable<string> texts = arguments.Select(
                (one, n) => Of(one, n < nulls?.GenericTypeArguments.Length ? nulls.GenericTypeArguments[n] : null)
            );
            name += $"<{string.Join(", ", texts)}>";
        }

        // What is of .NET is known without its namespace.
        return type.IsNested ? $"{Full(type.DeclaringType!, null)}.{name}"
            : PublicTypes.IsOurs(type) ? $"{type.Namespace}.{name}"
            : name;
    }
}
