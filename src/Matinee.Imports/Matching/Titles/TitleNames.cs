using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Imports.Matching.Titles;

/// <summary>All names of a film, and its years.</summary>
internal sealed record TitleNames(IReadOnlyList<TitleName> Names, YearSpan Years)
{
    // "Strike! (a.k.a. All I Wanna Do, The Hairy Bird)" has two names in one bracket, "Mrs. Brown (Her Majesty, Mrs. Brown)" one.
    private const int FewestWordsBetweenCommas = 2;

    /// <summary>Whether the first of them has an article.</summary>
    public bool SayArticle => Names.Count > 0 && Names[0].Exact != Names[0].Loose;

    public static TitleNames Of(Movie movie)
    {
        TitleParts parts = ReadingTitle.Split(movie.Title);
        bool ranges = movie.Year is null || movie.Year == parts.FirstYear;
        return new TitleNames(
            Read(parts),
            ranges ? new YearSpan(parts.FirstYear, parts.LastYear) : new YearSpan(movie.Year, movie.Year)
        );
    }

    public static TitleNames Of(ImportedFilm film)
    {
        TitleParts parts = ReadingTitle.Split(film.Title);
        List<TitleName> names = Read(parts);
        foreach (string other in film.OtherTitles)
        {
            names.AddRange(Read(ReadingTitle.Split(other)));
        }

        return new TitleNames(
            names,
            film.Year is { } year ? new YearSpan(year, year) : new YearSpan(parts.FirstYear, parts.LastYear)
        );
    }

    private static List<TitleName> Read(TitleParts parts)
    {
        var names = new List<TitleName>();
        Add(parts.Main);
        foreach (string other in parts.Others)
        {
            Add(other);
            if (other.Contains(", ", StringComparison.Ordinal))
            {
                string[] between = other.Split(", ");
                if (between.All(part => part.Count(letter => letter == ' ') + 1 >= FewestWordsBetweenCommas))
                {
                    Array.ForEach(between, Add);
                }
            }
        }

        // Brackets may be part of the name: "Birdman: Or (The Unexpected Virtue of Ignorance)".
        if (parts.Others.Count == 1)
        {
            Add($"{parts.Main} ({parts.Others[0]})");
        }

        return names;

        void Add(string name)
        {
            if (TitleName.Of(name) is { } read)
            {
                names.Add(read);
            }
        }
    }
}
