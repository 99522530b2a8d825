using System.Reflection;

namespace Matinee.Client.Tests.Contract;

/// <summary>Arguments with everything set that can be, so that a request of them shows all that the client can ask for.</summary>
internal static class SampleValues
{
    public static object?[] For(MethodInfo method) =>
        [.. method.GetParameters().Select(parameter => Of(parameter.ParameterType))];

    private static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(int) => 7,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(bool) => true,
            _ when type == typeof(string) => "a b&c",
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeSeconds(1_000_000_000),
            _ when type == typeof(MovieRef) => MovieRef.Imdb("tt0133093"),
            _ when type == typeof(IReadOnlyList<GroupMember>) => (GroupMember[])
                [GroupMember.User(7), GroupMember.Visitor([(MovieRating)Of(typeof(MovieRating))])],
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, 2, 3]),
            _ when type == typeof(IReadOnlyDictionary<string, int?>) => new Dictionary<string, int?> { ["a:1"] = 7 },
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type),
            _ => Record(type),
        };
    }

    private static Array List(Type type)
    {
        Type item = type.GetGenericArguments()[0];
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Of(item), 0);
        list.SetValue(Of(item), 1);
        return list;
    }

    private static object Record(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        object record = constructor.Invoke([
            .. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType)),
        ]);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(record, Of(property.PropertyType));
        }

        return record;
    }
}
