using System.Globalization;
using System.Text.Json.Serialization;
using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>A movie as a request names it: by its MovieLens id (a plain number converts), by IMDb's number or by TMDB's.</summary>
[JsonConverter(typeof(MovieRefConverter))]
public readonly record struct MovieRef
{
    private readonly string? text;

    private MovieRef(string text) => this.text = text;

    /// <param name="id">A MovieLens id, or the one that the server gave an added movie.</param>
    public static MovieRef Id(int id) => new(id.ToString(CultureInfo.InvariantCulture));

    /// <param name="id">Such as <c>tt0133093</c>.</param>
    public static MovieRef Imdb(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new($"imdb:{id}");
    }

    /// <param name="id">Such as 603.</param>
    public static MovieRef Tmdb(int id) => new(string.Create(CultureInfo.InvariantCulture, $"tmdb:{id}"));

    public static implicit operator MovieRef(int id) => Id(id);

    /// <summary>As it stands in addresses and bodies: <c>2571</c>, <c>imdb:tt0133093</c>, <c>tmdb:603</c>.</summary>
    public override string ToString() => text ?? "0";
}
