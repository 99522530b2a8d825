using System.Text.Json;
using Matinee.Core;

namespace Matinee.Imports.Jellyfin;

/// <summary>The users that a server has.</summary>
internal static class JellyfinUsers
{
    private const int MostNamed = 10;

    /// <param name="user">Name or id; names in any case unless two differ by it alone.</param>
    /// <returns>The id.</returns>
    public static async Task<string> FindAsync(
        JellyfinConnection connection,
        string user,
        CancellationToken cancellation
    )
    {
        using JsonDocument answer = await connection.AskAsync("Users", cancellation);
        List<(string Id, string Name)> users = Read(connection, answer.RootElement);
        string wanted = user.Trim();
        string bare = Bare(wanted);
        (string Id, string Name)[] found =
        [
            .. users.Where(one => one.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase) || Bare(one.Id) == bare),
        ];
        if (found.Length > 1)
        {
            found = [.. found.Where(one => one.Name == wanted)];
        }

        return found is [var only] ? only.Id : throw None(connection, wanted, users);
    }

    private static List<(string Id, string Name)> Read(JellyfinConnection connection, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            throw connection.Garbage();
        }

        var users = new List<(string Id, string Name)>();
        foreach (JsonElement user in root.EnumerateArray())
        {
            // The id becomes part of an address: nothing but what ids have.
            if (
                Text(user, "Id") is not { Length: > 0 } id
                || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
                || Text(user, "Name") is not { } name
            )
            {
                throw connection.Garbage();
            }

            users.Add((id, name));
        }

        return users;
    }

    private static string? Text(JsonElement element, string property)
    {
        try
        {
            return
                element.ValueKind == JsonValueKind.Object
                && element.TryGetProperty(property, out JsonElement value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }

    // With and without dashes, as versions differ.
    private static string Bare(string id) => id.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static MatineeException None(
        JellyfinConnection connection,
        string wanted,
        List<(string Id, string Name)> users
    )
    {
        string names = string.Join(", ", users.Take(MostNamed).Select(user => Reading.Excerpt.Of(user.Name)));
        string more = users.Count > MostNamed ? ", ..." : "";
        string hint = users.Count == 0 ? "It has none that this key may see." : $"Choose one of {names}{more}.";
        return new MatineeException($"{connection.Address} has no user '{Reading.Excerpt.Of(wanted)}'. {hint}");
    }
}
