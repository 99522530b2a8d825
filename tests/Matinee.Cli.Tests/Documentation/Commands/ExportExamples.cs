using System.Text.Json;
using Matinee.Core.Catalog;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>What other sites and servers export, and ratings of one's own.</summary>
internal static class ExportExamples
{
    private const string Header = "Date,Name,Year,Letterboxd URI";

    public static void Write(Workspace workspace, Movie[] movies)
    {
        Movie[] plain = [.. movies.Where(movie => movie.Title.IndexOfAny([',', '"', ':']) < 0).Take(40)];
        IEnumerable<string> known = plain.Take(10).Select(movie => $"{Row(movie)},4.5");
        File.WriteAllBytes(
            workspace.Path("letterboxd.zip"),
            SampleZip.Of(
                (
                    "ratings.csv",
                    Csv($"{Header},Rating", [.. known, "2021-01-01,No Such Film,2021,https://boxd.it/n,3"])
                ),
                (
                    "diary.csv",
                    Csv(
                        $"{Header},Rating,Rewatch,Tags,Watched Date",
                        [
                            $"{Row(plain[0])},4.5,,,2020-12-30",
                            $"{Row(plain[11])},,,,2020-12-30",
                            "2021-01-01,Another That Is Not,2020,https://boxd.it/m,2,,,2020-12-31",
                        ]
                    )
                ),
                ("watchlist.csv", Csv(Header, [Row(plain[12]), Row(plain[13])]))
            )
        );
        workspace.Write(
            "jellyfin.json",
            JsonSerializer.Serialize(
                new
                {
                    Items = plain.Select(movie => new
                    {
                        Name = NameOf(movie),
                        ProductionYear = movie.Year,
                        Type = "Movie",
                    }),
                }
            )
        );
        workspace.Write("my-ratings.csv", Csv("movieId,rating", [.. plain.Take(5).Select(movie => $"{movie.Id},4.5")]));
    }

    private static string Row(Movie movie) => $"2021-01-01,{NameOf(movie)},{movie.Year},https://boxd.it/{movie.Id}";

    private static string NameOf(Movie movie) => movie.Title[..movie.Title.LastIndexOf(" (", StringComparison.Ordinal)];

    private static string Csv(string header, string[] rows) => string.Join('\n', [header, .. rows, ""]);
}
