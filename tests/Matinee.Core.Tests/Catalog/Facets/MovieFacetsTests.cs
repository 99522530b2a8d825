using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Catalog.Facets;

public class MovieFacetsTests
{
    private static readonly Movie Matrix = new()
    {
        Id = new ItemId(2571),
        Title = "Matrix, The (1999)",
        Genres = ["Action", "Sci-Fi"],
        Tags = [new MovieTag("simulation", 6), new MovieTag("kung fu", 2), new MovieTag("rain", 1)],
    };

    [Fact]
    public void Of_FullMovie_IsTitleGenresTagsPlot()
    {
        Assert.Equal(
            [
                new MovieFacet(FacetKind.Title, "The Matrix (1999)", 1),
                new MovieFacet(FacetKind.Genres, "Action, Sci-Fi", 1),
                new MovieFacet(FacetKind.Tag, "simulation", 0.75f),
                new MovieFacet(FacetKind.Tag, "kung fu", 0.25f),
                new MovieFacet(FacetKind.Plot, "A hacker wakes up.", 1),
            ],
            MovieFacets.Of(Matrix, new MovieFacetOptions { MaxTags = 2 }, " A hacker wakes up. ")
        );
    }

    [Fact]
    public void Of_PlotInTheCatalogue_IsTold()
    {
        IReadOnlyList<MovieFacet> facets = MovieFacets.Of(Matrix with { Plot = "Known." }, new MovieFacetOptions());

        Assert.Equal(new MovieFacet(FacetKind.Plot, "Known.", 1), facets[^1]);
    }

    [Fact]
    public void Of_GroupedTags_IsOneText()
    {
        IReadOnlyList<MovieFacet> facets = MovieFacets.Of(Matrix, new MovieFacetOptions { GroupTags = true });

        Assert.Equal(new MovieFacet(FacetKind.Tag, "simulation, kung fu, rain", 1), facets[^1]);
    }

    [Fact]
    public void Of_BareMovie_IsItsTitle()
    {
        var movie = new Movie { Id = new ItemId(1), Title = "Babylon 5" };

        Assert.Equal(
            [new MovieFacet(FacetKind.Title, "Babylon 5", 1)],
            MovieFacets.Of(movie, new MovieFacetOptions(), " ")
        );
    }
}
