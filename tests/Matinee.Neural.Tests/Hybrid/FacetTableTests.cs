using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class FacetTableTests
{
    private const int Title = (int)FacetKind.Title;
    private const int Genres = (int)FacetKind.Genres;
    private const int Tag = (int)FacetKind.Tag;
    private const int Plot = (int)FacetKind.Plot;

    private static readonly MovieCatalog s_catalog = new(
        [
            new Movie
            {
                Id = new ItemId(1),
                Title = "Heat (1995)",
                Genres = ["Crime"],
                Tags = [new MovieTag("dark", 3), new MovieTag("heist", 1)],
            },
            new Movie
            {
                Id = new ItemId(2),
                Title = "Ronin (1998)",
                Genres = ["Crime"],
                Tags = [new MovieTag("heist", 2)],
                Plot = "dark",
            },
        ],
        2
    );

    [Fact]
    public void Of_TextsThatMoviesShare_StandOnce()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);

        Assert.Equal([0, 4, 8], table.Starts);
        // Heat, Crime, dark, heist; Ronin
        Assert.Equal([0, 1, 2, 3, 4, 1, 3, 2], table.Texts);
        Assert.Equal([Title, Genres, Tag, Tag, Title, Genres, Tag, Plot], table.Kinds);
        Assert.Equal(5, table.TextCount);
    }

    [Fact]
    public void Of_TagsOfOneMovie_ShareByTheRootOfTheirNumber()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);

        float half = 1 / MathF.Sqrt(2);
        Assert.Equal([1, 1, half, half, 1, 1, 1, 1], table.Shares);
    }

    [Fact]
    public void Of_EachText_HasTheVectorItHasAlone()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);

        float[] alone = TextSource
            .Encode(["heist"], SmallWorld.Options with { UseCachedEmbeddings = false }, SmallWorld.Context)
            .Values;

        Assert.All(alone.Zip(table.Vectors[3].ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.Equal(1f, alone.Sum(value => value * value), 1e-4f);
    }

    [Fact]
    public void Of_BatchOfBoth_TextsAreNumberedKindByKind()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);

        FacetSet facets = new BatchFacets(table).Of([0, 1]);

        Assert.Equal([Title, Genres, Tag, Plot], facets.Kinds.Select(kind => kind.Kind));
        // Heat and Ronin; Crime, which both have; dark and heist; dark as Ronin's plot
        Assert.Equal([0, 4], facets.Kinds[0].Rows);
        Assert.Equal([1], facets.Kinds[1].Rows);
        Assert.Equal([2, 3], facets.Kinds[2].Rows);
        Assert.Equal([2], facets.Kinds[3].Rows);
        Assert.Equal(6, facets.TextCount);
        Assert.Equal([0, 4, 8], facets.Starts);
        Assert.Equal([0, 2, 3, 4, 1, 2, 4, 5], facets.Texts);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], facets.Owners);
        Assert.Equal(table.Shares, facets.Shares);
    }

    [Fact]
    public void Of_OtherMoviesThanBefore_AreFoundAnew()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);
        var batches = new BatchFacets(table);
        FacetSet both = batches.Of([0, 1]);

        FacetSet ronin = batches.Of([1]);

        Assert.Equal([4], ronin.Kinds[0].Rows);
        Assert.Equal([0, 1, 2, 3], ronin.Texts);
        Assert.Equal(both.Texts, batches.Of([0, 1]).Texts);
    }
}
