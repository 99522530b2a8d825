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
    public void Of_BatchOfBoth_SharedTextsAreNumberedAndTitlesAreNot()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);

        IReadOnlyList<KindFacets> kinds = new BatchFacets(table).Of([0, 1]);

        Assert.Equal([Title, Genres, Tag, Plot], kinds.Select(kind => kind.Kind));
        // Heat and Ronin, a title each
        Assert.Equal([0, 4], kinds[0].Texts);
        Assert.Null(kinds[0].Rows);
        Assert.Null(kinds[0].Items);
        // Crime, twice
        Assert.Equal([1], kinds[1].Texts);
        Assert.Equal([0, 0], kinds[1].Rows!);
        Assert.Null(kinds[1].Items);
        // dark and heist; heist
        Assert.Equal([2, 3], kinds[2].Texts);
        Assert.Equal([0, 1, 1], kinds[2].Rows!);
        Assert.Equal([0, 0, 1], kinds[2].Items!);
        // dark as Ronin's plot
        Assert.Equal([2], kinds[3].Texts);
        Assert.Equal([1], kinds[3].Items!);
    }

    [Fact]
    public void Of_OtherMoviesThanBefore_AreFoundAnew()
    {
        FacetTable table = FacetTable.Of(s_catalog, 2, SmallWorld.Options, SmallWorld.Context);
        var batches = new BatchFacets(table);
        IReadOnlyList<KindFacets> both = batches.Of([0, 1]);

        IReadOnlyList<KindFacets> ronin = batches.Of([1]);

        Assert.Equal([4], ronin[0].Texts);
        Assert.Equal(both[0].Texts, batches.Of([0, 1])[0].Texts);
    }
}
