using System.Text;
using Matinee.Tests.Fuzzing;

namespace Matinee.Data.Tests.Fuzzing;

/// <summary>
/// What the fuzzer starts from: for each layout a small dataset without a fault, dense enough for the default
/// thresholds. Another layout is one more of these.
/// </summary>
internal static class Corpora
{
    private const int Users = 7;
    private static readonly string[] Titles =
    [
        "Harbour Lights (1995)",
        "The Café, Again (2003)",
        "Étude (1971)",
        "\"Quoted\" Life, A (2010)",
        "Series (2006–2007)",
        "No Year",
    ];

    public static IReadOnlyList<RawInput> All { get; } =
    [
        new(
            "movielens-csv",
            [
                Utf8("ratings.csv", "userId,movieId,rating,timestamp", Ratings(",", half: true)),
                Utf8("movies.csv", "movieId,title,genres", Movies(',', title => Quoted(title))),
                Utf8("tags.csv", "userId,movieId,tag,timestamp", Tags(",")),
                Utf8("links.csv", "movieId,imdbId,tmdbId", Titles.Select((_, n) => $"{n + 1},011470{n},{n + 862}")),
            ],
            [","]
        ),
        new(
            "ml-100k",
            [
                Latin1("u.data", Ratings("\t", half: false)),
                Latin1("u.item", Titles.Select((title, n) => Item(n + 1, title))),
                Latin1("u.genre", ["unknown|0", "Action|1", "Drama|8", ""]),
                Latin1(
                    "u.user",
                    Enumerable.Range(1, Users).Select(user => $"{user}|{20 + user}|M|technician|{Zip(user)}")
                ),
            ],
            ["\t", "|"]
        ),
        new(
            "ml-1m",
            [
                Latin1("ratings.dat", Ratings("::", half: false)),
                Latin1("movies.dat", Movies("::")),
                Latin1(
                    "users.dat",
                    Enumerable.Range(1, Users).Select(user => $"{user}::F::1::{user % 21}::{Zip(user)}")
                ),
            ],
            ["::"]
        ),
        new(
            "ml-10m",
            [
                Utf8("ratings.dat", Ratings("::", half: true)),
                Utf8("movies.dat", Movies("::")),
                Utf8("tags.dat", Tags("::")),
            ],
            ["::"]
        ),
    ];

    private static IEnumerable<string> Ratings(string separator, bool half) =>
        from user in Enumerable.Range(1, Users)
        from movie in Enumerable.Range(1, Titles.Length)
        let halves = half ? 1 + (user * 3 + movie) % 10 : 2 * (1 + (user + movie) % 5)
        let rating = halves % 2 == 0 && !half ? $"{halves / 2}" : $"{halves / 2}.{halves % 2 * 5}"
        select string.Join(separator, user, movie, rating, 874965758 + user * 100 + movie * 7 % 5);

    private static IEnumerable<string> Movies(char separator, Func<string, string> title) =>
        Titles.Select((text, n) => $"{n + 1}{separator}{title(text)}{separator}{Genres(n)}");

    private static IEnumerable<string> Movies(string separator) =>
        Titles.Select((title, n) => $"{n + 1}{separator}{title}{separator}{Genres(n)}");

    private static IEnumerable<string> Tags(string separator) =>
        from user in Enumerable.Range(1, Users)
        from tag in new[] { "atmospheric", "Noir", "très bon" }
        select string.Join(separator, user, 1 + user % 3, tag, 1139045764 + user);

    private static string Zip(int user) =>
        (user % 3) switch
        {
            0 => "T8H1N",
            1 => "98107-2117",
            _ => "00501",
        };

    private static string Genres(int n) =>
        n == 5 ? "(no genres listed)" : "Drama|Comedy|Sci-Fi"[..(n % 2 == 0 ? 5 : 12)];

    private static string Item(int id, string title) =>
        $"{id}|{title}|01-Jan-1995||http://us.imdb.com/M/title-exact?{id}|{string.Join('|', Enumerable.Repeat("0|1", 9))}|0";

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static RawText Utf8(string name, string header, IEnumerable<string> lines) =>
        Utf8(name, lines.Prepend(header));

    private static RawText Utf8(string name, IEnumerable<string> lines) =>
        RawText.Of(name, Lines(lines), Encoding.UTF8);

    private static RawText Latin1(string name, IEnumerable<string> lines) =>
        RawText.Of(name, Lines(lines), Encoding.Latin1);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
