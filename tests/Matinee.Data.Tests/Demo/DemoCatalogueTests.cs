using System.Globalization;
using Matinee.Data.Demo;

namespace Matinee.Data.Tests.Demo;

public class DemoCatalogueTests
{
    private static readonly IReadOnlyList<DemoMovie> Movies = DemoCatalogue.Load();

    // Whole names that only look like an article and a noun.
    private static readonly string[] NotArticles = ["La La Land"];
    private static readonly string[] Articles =
    [
        "The",
        "A",
        "An",
        "La",
        "Le",
        "Les",
        "Un",
        "Une",
        "El",
        "Los",
        "Las",
        "Il",
        "Lo",
        "Das",
        "Der",
    ];

    [Fact]
    public void Load_Embedded_HasManyMoviesNumberedFromOne()
    {
        Assert.True(Movies.Count >= 400);
        Assert.Equal(Enumerable.Range(1, Movies.Count), Movies.Select(movie => movie.Id));
    }

    [Fact]
    public void Load_Embedded_TitlesAreUnique() =>
        Assert.Equal(Movies.Count, Movies.DistinctBy(movie => movie.Title, StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Load_Embedded_YearsArePlausibleAndStandInTheTitle() =>
        Assert.All(
            Movies,
            movie =>
            {
                Assert.InRange(movie.Year, 1900, 2026);
                Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $" ({movie.Year})"), movie.Title);
            }
        );

    [Fact]
    public void Load_Embedded_LeadingArticlesStandLast() =>
        Assert.DoesNotContain(
            Movies,
            movie =>
                !NotArticles.Any(movie.Title.StartsWith)
                && (
                    Articles.Contains(movie.Title.Split(' ')[0], StringComparer.OrdinalIgnoreCase)
                    || movie.Title.StartsWith("L'", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Load_Embedded_GenresAreKnownDistinctAndSorted() =>
        Assert.All(
            Movies,
            movie =>
            {
                Assert.InRange(movie.Genres.Count, 1, 5);
                Assert.All(movie.Genres, genre => Assert.Contains(genre, DemoCatalogue.Genres));
                Assert.Equal(movie.Genres.Distinct().Order(StringComparer.Ordinal), movie.Genres);
            }
        );

    [Fact]
    public void Load_Embedded_TagsAreLowerCaseDistinctAndThreeToEight() =>
        Assert.All(
            Movies,
            movie =>
            {
                Assert.InRange(movie.Tags.Count, 3, 8);
                Assert.Equal(movie.Tags.Count, movie.Tags.Distinct().Count());
                Assert.All(
                    movie.Tags,
                    tag => Assert.True(tag.Length > 0 && tag == tag.Trim() && !tag.Any(char.IsUpper), tag)
                );
            }
        );

    [Fact]
    public void Load_Embedded_CoversEveryGenreDecadeAndDegreeOfFame()
    {
        Assert.All(
            DemoCatalogue.Genres,
            genre => Assert.True(Movies.Count(m => m.Genres.Contains(genre)) >= 10, genre)
        );
        Assert.All(
            Enumerable.Range(192, 11),
            decade => Assert.True(Movies.Count(movie => movie.Year / 10 == decade) >= 10)
        );
        Assert.All(Enumerable.Range(1, 5), fame => Assert.True(Movies.Count(movie => movie.Fame == fame) >= 50));
    }

    [Theory]
    [InlineData("1\tTitle (2000)\tDrama\t3", "4 columns instead of 5")]
    [InlineData("1\tTitle\tDrama\t3\ta|b|c", "does not end in '(year)'")]
    [InlineData("1\tTitle (2000)\tDramedy\t3\ta|b|c", "'Dramedy' is not a MovieLens genre")]
    [InlineData("1\tTitle (2000)\tDrama\t6\ta|b|c", "fame 6")]
    [InlineData("x\tTitle (2000)\tDrama\t3\ta|b|c", "'x' is not a number")]
    public void Parse_BrokenLine_NamesTheLineAndTheFault(string line, string fault)
    {
        using var reader = new StringReader($"# note\nid\ttitle\tgenres\tfame\ttags\n{line}\n");

        var exception = Assert.Throws<MatineeException>(() => DemoCatalogue.Parse(reader));

        Assert.StartsWith("catalogue.tsv, line 3: ", exception.Message);
        Assert.Contains(fault, exception.Message);
    }

    [Fact]
    public void Parse_OtherHeader_IsRefused()
    {
        using var reader = new StringReader("id\tname\n");

        Assert.Contains(
            "line 1: the header",
            Assert.Throws<MatineeException>(() => DemoCatalogue.Parse(reader)).Message
        );
    }
}
