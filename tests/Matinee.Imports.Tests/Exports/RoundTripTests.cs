using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Imports.Exports;
using Matinee.Imports.Matching;
using Matinee.Imports.Reading;
using Matinee.Imports.Tests.Matching;
using Matinee.Imports.Tests.Matching.Disguises;

namespace Matinee.Imports.Tests.Exports;

/// <summary>What goes out comes back: the same movies with the same stars.</summary>
public class RoundTripTests
{
    private static readonly MovieCatalog Awkward = Films.Catalog(
        "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
        "\"Great Performances\" Cats (1998)",
        "=1+1 (1999)",
        "-30- (1959)",
        "@Home (2001)",
        "+1 (2013)",
        "Two\nLines (1980)",
        "Movie 🎬, The (2015)",
        "Hamlet (1990)",
        "Hamlet (1996)",
        "War of the Worlds (2005)",
        "War of the Worlds (2005)",
        "(500) Days of Summer (2009)",
        "Birdman: Or (The Unexpected Virtue of Ignorance) (2014)",
        "No Year at All",
        "1984",
        "2001: A Space Odyssey (1968)",
        "Series (2006–2007)",
        "'Til (1997) (V)",
        "...And Justice for All (1979)",
        "12\" Record; Cut|Tab (1970)"
    );

    public static TheoryData<ExportFormat> Whole => [ExportFormat.Letterboxd, ExportFormat.Json];

    [Theory]
    [MemberData(nameof(Whole))]
    public void Export_DemoCatalogue_ComesBack(ExportFormat format) => AssertComesBack(format, RealTitles.Demo());

    [Theory]
    [MemberData(nameof(Whole))]
    public void Export_AwkwardTitles_ComeBack(ExportFormat format) => AssertComesBack(format, Awkward);

    [Theory]
    [MemberData(nameof(Whole))]
    public void Export_MovieLens_ComesBack(ExportFormat format) =>
        AssertComesBack(format, RealTitles.MovieLens(Path.Combine(TestData.Folder, "ml-latest-small")));

    [Fact]
    public void Export_ImdbIdsOfMovieLens_ComeBackAsTheSameMovies()
    {
        MovieCatalog catalog = RealTitles.MovieLens(Path.Combine(TestData.Folder, "ml-latest-small"));
        ExportedFilm[] films = Exported(catalog);

        ImportPlan plan = Back(ExportFormat.ImdbIds, films, catalog);

        Assert.Equal(
            films.Where(film => film.ImdbId is not null).Select(film => film.MovieId),
            plan.Wanted.Select(fact => catalog[fact.Item].Id.Value)
        );
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void Export_ListWithoutRatings_ComesBackAsWanted(ExportFormat format)
    {
        MovieCatalog catalog = RealTitles.Demo();
        ExportedFilm[] films = [.. catalog.Movies.Take(50).Select(movie => ExportedFilm.Of(movie, null, null))];

        ImportPlan plan = Back(format, films, catalog);

        Assert.Equal(films.Select(film => film.MovieId), plan.Wanted.Select(fact => catalog[fact.Item].Id.Value));
        Assert.Empty(plan.Watched);
    }

    private static void AssertComesBack(ExportFormat format, MovieCatalog catalog)
    {
        ExportedFilm[] films = Exported(catalog);

        ImportPlan plan = Back(format, films, catalog);

        Assert.Empty(plan.Skipped);
        Assert.Equal(
            films.Select(film => (film.MovieId, film.Stars, Date(film.Time, format))),
            plan.Ratings.Select(rating =>
                (catalog[rating.Item].Id.Value, (float?)rating.Stars, Date(rating.Time, format))
            )
        );
    }

    private static ImportPlan Back(ExportFormat format, ExportedFilm[] films, MovieCatalog catalog)
    {
        var stream = new MemoryStream();
        FilmExport.Write(stream, format, films);
        ImportedFile file = ImportReader.Read($"ratings{ExportFormats.EndingOf(format)}", stream.ToArray());
        return ImportPlan.Make(
            file.Source,
            file.Notes,
            FilmGrouping.Group(file),
            file.Skipped,
            new FilmMatcher(catalog)
        );
    }

    // Every half star there is, a time for most.
    private static ExportedFilm[] Exported(MovieCatalog catalog) =>
        [
            .. catalog.Movies.Select(
                (movie, n) => ExportedFilm.Of(movie, (1 + n % 10) / 2f, n % 7 == 0 ? null : 1_700_000_000 + 1234L * n)
            ),
        ];

    // Letterboxd's table has days.
    private static string? Date(long? time, ExportFormat format) =>
        time is { } seconds
            ? DateTimeOffset
                .FromUnixTimeSeconds(seconds)
                .ToString(format == ExportFormat.Json ? "s" : "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
