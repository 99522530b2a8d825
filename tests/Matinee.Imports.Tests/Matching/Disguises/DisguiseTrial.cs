using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Imports.Matching;

namespace Matinee.Imports.Tests.Matching.Disguises;

/// <summary>What becomes of a catalogue's own films when they are looked for under a disguise.</summary>
internal sealed class DisguiseTrial(MovieCatalog catalog, int seed)
{
    // One film of five.
    private const int HeldOutEvery = 5;

    // Of the sites that export films all name the year; lists by hand may lack some.
    private const double WithoutYear = 0.1;

    private readonly FilmMatcher matcher = new(catalog);

    /// <summary>The films that weren't matched right, and what they were taken for.</summary>
    public List<string> Misses { get; } = [];

    /// <param name="disguises">How many a film is given, of those that change it; one in ten lacks its year as well.</param>
    public TrialCounts Run(int disguises) =>
        Count(random =>
            film =>
                random.NextDouble() < WithoutYear
                    ? Disguised(film with { Year = null }, disguises, random)
                    : Disguised(film, disguises, random)
        );

    /// <summary>Every film that one disguise changes.</summary>
    public TrialCounts Run(string disguise) =>
        Count(random =>
            film => Disguise.All[disguise](film, random) is { } changed && changed != film ? changed : null
        );

    /// <summary>
    /// Films that the catalogue lacks, disguised: <see cref="TrialCounts.Wrong"/> are those that were taken for others, and none is right.
    /// </summary>
    /// <param name="year">Whether they name their year.</param>
    public TrialCounts HeldOut(int disguises, bool year)
    {
        var random = new Random(seed);
        bool[] held = [.. catalog.Movies.Select(_ => random.Next(HeldOutEvery) == 0)];
        Movie[] kept = [.. catalog.Movies.Where((_, item) => !held[item])];
        var smaller = new FilmMatcher(new MovieCatalog(kept, kept.Length));
        var counts = new TrialCounts();
        for (int item = 0; item < held.Length; item++)
        {
            if (held[item] && Disguised(View(catalog.Movies[item], year), disguises, random) is { } film)
            {
                counts = Add(counts, smaller, film, catalog.Movies[item], -1);
            }
        }

        return counts;
    }

    private TrialCounts Count(Func<Random, Func<Disguised, Disguised?>> disguise)
    {
        Func<Disguised, Disguised?> change = disguise(new Random(seed));
        var counts = new TrialCounts();
        for (int item = 0; item < catalog.Count; item++)
        {
            if (change(View(catalog.Movies[item])) is { } film)
            {
                counts = Add(counts, matcher, film, catalog.Movies[item], item);
            }
        }

        return counts;
    }

    private TrialCounts Add(TrialCounts counts, FilmMatcher among, Disguised film, Movie movie, int right)
    {
        FilmMatch match = among.Match(Film(film));
        if (match.Item?.Value is { } item ? item != right : right >= 0)
        {
            string taken = match.Item is { } other ? among.Catalog[other].Title : $"{match.Status}: {match.Note}";
            Misses.Add($"{film.Title} ({film.Year}) of {movie.Title} -> {taken}");
        }

        return counts.With(match, right);
    }

    public static Disguised View(Movie movie, bool year = true)
    {
        TitleParts parts = ReadingTitle.Split(movie.Title);
        return new Disguised(parts.Main, year ? movie.Year : null, parts.Others);
    }

    // Null where fewer change it.
    public static Disguised? Disguised(Disguised film, int count, Random random)
    {
        string[] order = [.. Disguise.All.Keys.Where(name => name != Disguise.NoYear)];
        random.Shuffle(order);
        foreach (string name in order)
        {
            if (count > 0 && Disguise.All[name](film, random) is { } changed && changed != film)
            {
                film = changed;
                count--;
            }
        }

        return count == 0 ? film : null;
    }

    private static ImportedFilm Film(Disguised film) => Films.Film(film.Title, film.Year);
}
