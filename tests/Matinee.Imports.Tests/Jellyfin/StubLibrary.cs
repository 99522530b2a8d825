using System.Globalization;
using System.Net;

namespace Matinee.Imports.Tests.Jellyfin;

/// <summary>Answers as Jellyfin does, for two users and so many movies.</summary>
internal sealed class StubLibrary(int movies)
{
    public const string Key = "0123456789abcdef0123456789abcdef";
    public const string Ann = "3f2504e04f8941d39a0c0305e82c3301";
    public const string Bob = "9b2e1f7c6a5d4e3f8b7a6c5d4e3f2a1b";

    private const string Users =
        $$"""[ { "Name": "Ann", "Id": "{{Ann}}" }, { "Name": "Bob Smith", "Id": "{{Bob}}" } ]""";

    /// <summary>The path before Jellyfin's own.</summary>
    public string Path { get; init; } = "";

    /// <summary>What is said to be on all pages; null: the truth.</summary>
    public int? Total { get; init; }

    /// <summary>Never more than so many movies a page, whatever is asked for.</summary>
    public int MostPerPage { get; init; } = int.MaxValue;

    /// <summary>Whether the start that is asked for counts.</summary>
    public bool KnowsPages { get; init; } = true;

    public StubAnswer Answer(HttpListenerRequest request)
    {
        if (
            request.Headers["Authorization"] != $"MediaBrowser Token=\"{Key}\""
            || request.Headers["X-Emby-Token"] != Key
        )
        {
            return new StubAnswer($"What a key, {request.Headers["X-Emby-Token"]}!", 401);
        }

        string path = request.Url!.AbsolutePath;
        return path == $"{Path}/Users" ? new StubAnswer(Users)
            : path == $"{Path}/Users/{Ann}/Items" ? Page(request)
            : new StubAnswer("not here", 404);
    }

    public static string Movie(int number) =>
        $$"""
            { "Name": "Film {{number}}", "Id": "{{number:x32}}", "ServerId": "home", "ProductionYear": {{1950
                + number % 70}}, "Type": "Movie",
              "ProviderIds": { "Imdb": "tt{{number:0000000}}", "Tmdb": "{{number}}" }, "RunTimeTicks": 72000000000,
              "UserData": { "Played": true, "PlayCount": 2, "IsFavorite": false, "LastPlayedDate": "2024-01-02T20:00:00.0000000Z", "Key": "{{number}}" } }
            """;

    private StubAnswer Page(HttpListenerRequest request)
    {
        int start = KnowsPages ? int.Parse(request.QueryString["StartIndex"]!, CultureInfo.InvariantCulture) : 0;
        int limit = Math.Min(int.Parse(request.QueryString["Limit"]!, CultureInfo.InvariantCulture), MostPerPage);
        IEnumerable<string> page = Enumerable.Range(start + 1, Math.Clamp(movies - start, 0, limit)).Select(Movie);
        return new StubAnswer(
            $$"""{ "Items": [ {{string.Join(", ", page)}} ], "TotalRecordCount": {{Total ?? movies}}, "StartIndex": {{start}} }"""
        );
    }
}
