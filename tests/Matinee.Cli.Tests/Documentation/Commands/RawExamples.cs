using System.Text.RegularExpressions;
using Matinee.Core.Catalog;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>Demo data in the layouts, and with the ids, of MovieLens's.</summary>
internal static partial class RawExamples
{
    /// <summary>Gives The Matrix, by which the documents show what an id is, the ids that it has there.</summary>
    public static void Renumber(string folder)
    {
        string movies = File.ReadAllText(Path.Combine(folder, "movies.csv"));
        string id = Matrix().Match(movies).Groups[1].Value;
        Replace("movies.csv", $"^{id},", "2571,");
        Replace("ratings.csv", $"^([0-9]+),{id},", "$1,2571,");
        Replace("tags.csv", $"^([0-9]+),{id},", "$1,2571,");
        Replace("links.csv", $"^{id},,", "2571,0133093,603");

        void Replace(string name, string pattern, string by)
        {
            string file = Path.Combine(folder, name);
            string text = File.ReadAllText(file);
            string changed = Regex.Replace(text, pattern, by, RegexOptions.Multiline);
            Assert.NotEqual(text, changed);
            File.WriteAllText(file, changed);
        }
    }

    /// <summary>ml-1m.zip, and ml-100k with a given split.</summary>
    public static void Write(Workspace workspace, string folder, Movie[] movies)
    {
        string[] ratings = [.. File.ReadLines(Path.Combine(folder, "ratings.csv")).Skip(1)];
        string Lines(IEnumerable<string> lines, string separator) =>
            string.Concat(lines.Select(line => line.Replace(",", separator, StringComparison.Ordinal) + "\n"));

        File.WriteAllBytes(
            workspace.Path("ml-1m.zip"),
            SampleZip.Of(
                ("ml-1m/ratings.dat", Lines(ratings, "::")),
                (
                    "ml-1m/movies.dat",
                    string.Concat(
                        movies.Select(movie => $"{movie.Id}::{movie.Title}::{string.Join('|', movie.Genres)}\n")
                    )
                )
            )
        );
        Directory.CreateDirectory(workspace.Path("ml-100k"));
        // Whose genre is not known: the first of the flags.
        string flags = "|1" + string.Concat(Enumerable.Repeat("|0", 18));
        workspace.Write(
            "ml-100k/u.item",
            string.Concat(movies.Select(movie => $"{movie.Id}|{movie.Title}|01-Jan-{movie.Year ?? 1990}||{flags}\n"))
        );
        workspace.Write("ml-100k/u.data", Lines(ratings, "\t"));
        workspace.Write("ml-100k/u1.base", Lines(ratings.Where((_, at) => at % 5 != 0), "\t"));
        workspace.Write("ml-100k/u1.test", Lines(ratings.Where((_, at) => at % 5 == 0), "\t"));
    }

    [GeneratedRegex("^([0-9]+),\"Matrix, The", RegexOptions.Multiline)]
    private static partial Regex Matrix();
}
