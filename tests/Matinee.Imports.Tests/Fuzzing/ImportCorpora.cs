using System.Text;
using Matinee.Tests.Fuzzing;

namespace Matinee.Imports.Tests.Fuzzing;

/// <summary>What the fuzzer starts from: for each format an export without a fault. Another format is one more of these.</summary>
internal static class ImportCorpora
{
    private static readonly string[] Titles =
    [
        "Heat",
        "Amélie",
        "\"Crouching Tiger, Hidden Dragon\"",
        "8½",
        "Se7en",
        "M",
    ];

    public static IReadOnlyList<RawInput> All { get; } =
    [
        new(
            "letterboxd",
            [
                Table(
                    "ratings.csv",
                    "Date,Name,Year,Letterboxd URI,Rating",
                    n => $"2023-05-0{n},{Titles[n]},{1990 + n},https://boxd.it/{n},{n % 5 + 0.5}"
                ),
                Table(
                    "diary.csv",
                    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
                    n =>
                        $"2023-05-0{n},{Titles[n]},{1990 + n},https://boxd.it/{n},{n % 5 + 0.5},Yes,\"a, b\",2023-04-0{n}"
                ),
                Table(
                    "reviews.csv",
                    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date",
                    n =>
                        $"2023-05-0{n},{Titles[n]},{1990 + n},https://boxd.it/{n},,,\"Two\nlines, \"\"quoted\"\"\",,2023-04-0{n}"
                ),
                Table(
                    "watchlist.csv",
                    "Date,Name,Year,Letterboxd URI",
                    n => $"2023-05-0{n},{Titles[n]},{1990 + n},https://boxd.it/{n}"
                ),
                Table(
                    "likes/films.csv",
                    "Date,Name,Year,Letterboxd URI",
                    n => $"2023-05-0{n},{Titles[n]},{1990 + n},https://boxd.it/{n}"
                ),
            ],
            [","]
        ),
        new(
            "letterboxd-import",
            [
                Table(
                    "import.csv",
                    "tmdbID,imdbID,Title,Year,Rating,Rating10,WatchedDate,MatineeID",
                    n => $"{600 + n},tt011470{n},{Titles[n]},{1990 + n},{n % 5 + 0.5},,2023-05-0{n},{n + 1}"
                ),
            ],
            [","]
        ),
        new(
            "imdb",
            [
                Table(
                    "ratings.csv",
                    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors",
                    n =>
                        $"tt011470{n},{n + 1},2023-05-0{n},{Titles[n]},{Titles[5 - n]},https://www.imdb.com/title/tt011470{n},{(n == 2 ? "TV Series" : "Movie")},8.1,170,{1990 + n},Crime,1000,1995-12-15,Michael Mann"
                ),
                Table(
                    "watchlist.csv",
                    "Position,Const,Created,Modified,Description,Title,Title Type,Your Rating,Year",
                    n => $"{n},tt011470{n},5/{n}/2023,,,{Titles[n]},movie,,{1990 + n}"
                ),
                Table("list.txt", "tt0114700", n => $"tt011470{n}"),
            ],
            [","]
        ),
        new(
            "trakt",
            [
                Text(
                    "ratings-movies.json",
                    Entries(n =>
                        $$"""{"rated_at":"2023-05-0{{n}}T20:15:00.000Z","rating":{{n + 1}},"type":"movie",{{Movie(n)}}}"""
                    )
                ),
                Text(
                    "history-1.json",
                    Entries(n =>
                        $$"""{"id":{{n}},"watched_at":"2023-05-0{{n}}T20:15:00.000Z","action":"watch","type":"movie",{{Movie(n)}}}"""
                    )
                ),
                Text(
                    "watchlist.json",
                    Entries(n =>
                        $$"""{"rank":{{n}},"listed_at":"2023-05-0{{n}}T20:15:00.000Z","type":"movie",{{Movie(n)}}}"""
                    )
                ),
            ],
            [",", ":", "\"", "}"]
        ),
        new(
            "tmdb",
            [
                Table(
                    "ratings.csv",
                    "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated",
                    n =>
                        $"{600 + n},tt011470{n},movie,{Titles[n]},{1990 + n}-05-04T00:00:00Z,,,7.229,{n + 0.5},2022-09-0{n}T00:00:00Z"
                ),
            ],
            [","]
        ),
        new(
            "movielens",
            [
                Table(
                    "movielens-ratings.csv",
                    "movie_id,imdb_id,tmdb_id,rating,average_rating,title",
                    n =>
                        $"{n + 1},011470{n},{600 + n},{n % 5 + 0.5},4.07,{Titles[n]} ({1990 + n})".Replace(
                            "\" (",
                            " (",
                            StringComparison.Ordinal
                        ) + (n == 2 ? "\"" : "")
                ),
                Table("ratings.csv", "userId,movieId,rating,timestamp", n => $"1,{n + 1},{n % 5 + 0.5},96498270{n}"),
            ],
            [","]
        ),
        .. LibraryCorpora.All,
    ];

    private static string Movie(int n) =>
        $"\"movie\":{{\"title\":\"{Titles[n].Trim('"')}\",\"year\":{1990 + n},\"ids\":{{\"trakt\":{n},\"slug\":\"s-{n}\",\"imdb\":\"tt011470{n}\",\"tmdb\":{600 + n}}}}}";

    private static string Entries(Func<int, string> entry) =>
        $"[{string.Join(",\n", Enumerable.Range(0, Titles.Length).Select(entry))}]";

    private static RawText Table(string name, string header, Func<int, string> row) =>
        Text(
            name,
            string.Concat(Enumerable.Range(0, Titles.Length).Select(row).Prepend(header).Select(line => line + "\n"))
        );

    private static RawText Text(string name, string text) => RawText.Of(name, text, Encoding.UTF8);
}
