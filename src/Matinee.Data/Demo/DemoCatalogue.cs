using System.Globalization;
using Matinee.Data.Raw;

namespace Matinee.Data.Demo;

/// <summary>The embedded catalogue of real films, <c>catalogue.tsv</c>.</summary>
public static class DemoCatalogue
{
    private const string Header = "id\ttitle\tgenres\tfame\ttags";

    /// <summary>MovieLens's genres, alphabetically.</summary>
    public static IReadOnlyList<string> Genres => GenreNames.MovieLens;

    public static IReadOnlyList<DemoMovie> Load()
    {
        using Stream stream =
            typeof(DemoCatalogue).Assembly.GetManifestResourceStream("Matinee.Data.Demo.catalogue.tsv")
            ?? throw new InvalidOperationException("catalogue.tsv is not embedded in Matinee.Data.");
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    internal static IReadOnlyList<DemoMovie> Parse(TextReader reader)
    {
        var movies = new List<DemoMovie>();
        bool headed = false;
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (headed)
            {
                movies.Add(ParseMovie(line, number));
            }
            else if (line != Header)
            {
                throw Broken(number, $"the header must be '{Header.Replace("\t", "<tab>", StringComparison.Ordinal)}'");
            }

            headed = true;
        }

        return movies;
    }

    private static DemoMovie ParseMovie(string line, int number)
    {
        string[] cells = line.Split('\t');
        if (cells.Length != 5)
        {
            throw Broken(number, $"{cells.Length} columns instead of 5");
        }

        string title = cells[1];
        if (title.Length < 7 || title[^6] != '(' || title[^1] != ')')
        {
            throw Broken(number, $"title '{title}' does not end in '(year)'");
        }

        string[] genres = cells[2].Split('|');
        if (genres.FirstOrDefault(genre => !Genres.Contains(genre)) is { } unknown)
        {
            throw Broken(number, $"'{unknown}' is not a MovieLens genre");
        }

        int fame = Number(cells[3], number);
        if (fame is < 1 or > 5)
        {
            throw Broken(number, $"fame {fame} is not between 1 and 5");
        }

        return new DemoMovie(
            Number(cells[0], number),
            title,
            Number(title[^5..^1], number),
            genres,
            fame,
            cells[4].Split('|')
        );
    }

    private static int Number(string cell, int line) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Broken(line, $"'{cell}' is not a number");

    private static MatineeException Broken(int line, string what) =>
        new(
            $"catalogue.tsv, line {line}: {what}. Fix the line in src/Matinee.Data/Demo/catalogue.tsv and build again."
        );
}
