using System.Text;
using Matinee.Tests.Fuzzing;

namespace Matinee.Imports.Tests.Fuzzing;

/// <summary>Libraries of media servers, and what Matinee itself writes.</summary>
internal static class LibraryCorpora
{
    private const int Films = 6;

    public static IReadOnlyList<RawInput> All { get; } =
    [
        new(
            "jellyfin",
            [
                Text(
                    "movies.json",
                    $"{{\"Items\":[{Join(",\n", Jellyfin)}],\"TotalRecordCount\":{Films},\"StartIndex\":0}}"
                ),
                Text("list.json", $"[{Join(",\n", Jellyfin)}]"),
            ],
            [",", ":", "\"", "}"]
        ),
        new(
            "plex-table",
            [
                Text(
                    "movies.csv",
                    "Media ID,Title,Sort title,Original Title,Year,GUIDs,User Rating,View Count,Last Viewed at\n"
                        + Join(
                            "",
                            n =>
                                $"{n},Film {n},film {n},\"Été, {n}\",{1990 + n},\"imdb://tt011470{n}, tmdb://{600 + n}\",{n + 1}.0,{n % 2},2023-05-0{n + 1} 20:15:00\n"
                        )
                ),
                Text(
                    "bars.csv",
                    "Title|Sort title|Year|IMDB ID|View Count\n"
                        + Join("", n => $"Film {n}|film {n}|{1990 + n}|tt011470{n}|{n}\n")
                ),
            ],
            [",", "|"]
        ),
        new(
            "plex-xml",
            [
                Text(
                    "all.xml",
                    $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MediaContainer size=\"{Films}\">\n{Join("\n", Plex)}\n</MediaContainer>\n"
                ),
            ],
            ["\"", "<", ">", " ", "="]
        ),
        new(
            "matinee",
            [
                Text("ratings.json", $"{{\"source\":\"matinee\",\"version\":1,\"films\":[{Join(",\n", Matinee)}]}}"),
                // A field a line, as it is written.
                Text(
                    "indented.json",
                    $"{{\n\"source\": \"matinee\",\n\"version\": 1,\n\"films\": [\n{Join(",\n", Matinee).Replace(",\"", ",\n\"", StringComparison.Ordinal)}\n]\n}}\n"
                ),
            ],
            [",", "\n"]
        ),
    ];

    /// <summary>Each file is one film, so there are many.</summary>
    public static RawInput Nfo { get; } =
        new(
            "nfo",
            [
                .. Enumerable.Range(0, Films).Select(n => Text($"Film {n}/movie.nfo", Movie(n))),
                Text("Film 6/film.nfo", "https://www.imdb.com/title/tt0114706/\n"),
                Text("Film 7/film.nfo", $"{Movie(7)}\nhttps://www.themoviedb.org/movie/607-film\n"),
            ],
            ["\"", "<", ">", "/", "\n"]
        );

    private static string Jellyfin(int n) =>
        $$"""{"Name":"Film {{n}}","OriginalTitle":"Été {{n}}","ServerId":"a","Id":"{{n}}","ProductionYear":{{1990 + n}},"Type":"Movie","ProviderIds":{"Imdb":"tt011470{{n}}","Tmdb":"{{600 + n}}"},"UserData":{"Rating":{{n + 1}}.5,"PlayCount":{{n}},"IsFavorite":true,"LastPlayedDate":"2023-05-0{{n + 1}}T20:15:00.1234567Z","Played":true} }""";

    private static string Plex(int n) =>
        $"""<Video guid="plex://movie/5d{n}" type="movie" title="Film {n}" originalTitle="Été {n}" year="{1990 + n}" userRating="{n + 1}.0" viewCount="{n}" lastViewedAt="157799940{n}"><Guid id="imdb://tt011470{n}"/><Guid id="tmdb://{600 + n}"/></Video>""";

    private static string Matinee(int n) =>
        $$"""{"movieId":{{n + 1}},"title":"Film {{n}}, été","year":{{1990 + n}},"imdbId":"tt011470{{n}}","tmdbId":{{600 + n}},"rating":{{n % 5 + 0.5}},"ratedAt":"2023-05-0{{n + 1}}T20:15:00Z"}""";

    private static string Movie(int n) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<movie>\n<title>Film {n}</title>\n<originaltitle>Été &amp; {n}</originaltitle>\n<year>{1990 + n}</year>\n<uniqueid type=\"imdb\">tt011470{n}</uniqueid>\n<uniqueid type=\"tmdb\">{600 + n}</uniqueid>\n<userrating>{n + 1}</userrating>\n<playcount>{n}</playcount>\n<lastplayed>2023-05-0{n + 1} 20:15:00</lastplayed>\n</movie>\n";

    private static string Join(string separator, Func<int, string> entry) =>
        string.Join(separator, Enumerable.Range(0, Films).Select(entry));

    private static RawText Text(string name, string text) => RawText.Of(name, text, Encoding.UTF8);
}
