using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Similar;
using Matinee.Core.Ranking.Similarity;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking.Similar;

public class SimilarMoviesTests
{
    private static readonly ModelBundle Ease = TinyBundle.Train(FitOn.All);
    private static readonly SimilarMovies Similar = new(Ease, Ease.Recommender().Space);

    [Theory]
    [InlineData(SimilarityMode.Blended)]
    [InlineData(SimilarityMode.Collaborative)]
    [InlineData(SimilarityMode.Textual)]
    public void Of_AnyMode_ListsTheSameTasteFirstAndNeverTheMovieItself(SimilarityMode mode)
    {
        SimilarMovie[] list = Similar.Of(new ItemIndex(2), new SimilarRequest { Mode = mode, Count = 4 });

        Assert.Equal([0, 1, 3, 4], Items(list).Order());
        Assert.Equal(list.OrderByDescending(movie => movie.Score), list);
        Assert.InRange(list[0].Score, 0.5f, 1);
        Assert.All(list, movie => Assert.InRange(movie.Textual, 0, 1));
        Assert.Equal(mode != SimilarityMode.Textual, list[0].Collaborative is not null);
    }

    [Fact]
    public void Of_Blend_IsTheStatedShareOfBoth()
    {
        // Five ratings: 0.6 · 5 / 15.
        Assert.Equal(0.2f, Similar.ShareOfRatings(new ItemIndex(2)), 1e-6f);
        Assert.All(
            Similar.Of(new ItemIndex(2), new SimilarRequest()),
            movie => Assert.Equal(0.2f * movie.Collaborative!.Value + 0.8f * movie.Textual, movie.Score, 1e-5f)
        );
    }

    [Fact]
    public void Of_ModelWithoutLikeness_GoesByCoRatings()
    {
        ModelBundle bundle = TinyBundle.Of(PopularityModel.ModelKind, FitOn.All);
        var similar = new SimilarMovies(bundle, bundle.Recommender().Space);
        var request = new SimilarRequest { Mode = SimilarityMode.Collaborative };

        SimilarMovie[] list = similar.Of(new ItemIndex(7), request);

        // Nobody rated movies of both tastes, so there are no others.
        Assert.Equal([5, 6, 8, 9], Items(list).Order());

        var detached = new SimilarMovies(bundle with { Histories = null }, bundle.Recommender().Space);
        Assert.All(detached.Of(new ItemIndex(7), request), movie => Assert.Null(movie.Collaborative));
        Assert.Equal([5, 6, 8, 9], Items(detached.Of(new ItemIndex(7), request))[..4].Order());
    }

    [Fact]
    public void Of_MovieWithoutRatings_GoesByTexts()
    {
        var added = new Movie
        {
            Id = new ItemId(500),
            Title = "Added (2001)",
            Year = 2001,
            Genres = ["Comedy"],
        };
        ModelBundle bundle = Ease with { Catalog = Ease.Catalog.With([added]) };
        var similar = new SimilarMovies(bundle, bundle.Recommender().Space);

        foreach (SimilarityMode mode in Enum.GetValues<SimilarityMode>())
        {
            SimilarMovie[] list = similar.Of(new ItemIndex(10), new SimilarRequest { Mode = mode });
            Assert.Equal([0, 1, 2, 3, 4], Items(list)[..5].Order());
            Assert.All(list, movie => Assert.Null(movie.Collaborative));
        }

        Assert.Contains(10, Items(similar.Of(new ItemIndex(2), new SimilarRequest())));
    }

    [Fact]
    public void Of_OffsetFilterExcludedAndOnly_KeepTheRestsOrder()
    {
        var request = new SimilarRequest { Count = 20 };
        int[] all = Items(Similar.Of(new ItemIndex(2), request));

        Assert.Equal(all[2..5], Items(Similar.Of(new ItemIndex(2), request with { Offset = 2, Count = 3 })));
        Assert.Equal(
            all.Where(item => item is 4 or 5),
            Items(Similar.Of(new ItemIndex(2), request with { Only = new[] { 2, 4, 5, 8 }, Excluded = new[] { 8 } }))
        );
        Assert.Equal(
            all.Where(item => item >= 5),
            Items(Similar.Of(new ItemIndex(2), request with { Filter = new MovieFilter { Genres = ["War"] } }))
        );
    }

    [Fact]
    public void Of_OneMoreKernel_CountsAmongTexts()
    {
        var similar = new SimilarMovies(Ease, Ease.Recommender().Space, new Opposites());

        SimilarMovie[] list = similar.Of(
            new ItemIndex(2),
            new SimilarRequest { Mode = SimilarityMode.Textual, Count = 1 }
        );

        Assert.Equal(7, list[0].Item.Value);
    }

    private static int[] Items(SimilarMovie[] list) => [.. list.Select(movie => movie.Item.Value)];

    // Movie n is exactly like n + 5.
    private sealed class Opposites : IItemKernel
    {
        public bool Knows(int item) => true;

        public void Add(int item, ReadOnlySpan<int> others, float weight, Span<float> sums)
        {
            for (int n = 0; n < others.Length; n++)
            {
                sums[n] += Math.Abs(item - others[n]) is 0 or 5 ? weight : 0;
            }
        }
    }
}
