using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;

namespace Matinee.Core.Tests.Models;

/// <summary>What every model promises that places movies it has never seen. A model's test class derives from it.</summary>
public abstract class ContentModelContract
{
    private static readonly Movie Comedy = new()
    {
        Id = new ItemId(900),
        Title = "A later comedy (2003)",
        Year = 2003,
        Genres = ["Comedy"],
        Tags = [new MovieTag("later", 1)],
        Plot = "Somebody comes late.",
    };

    private static readonly Movie Stranger = new()
    {
        Id = new ItemId(901),
        Title = "Of a genre that nobody knows",
        Genres = ["Unheard of"],
    };

    private protected abstract ModelKind Kind { get; }

    /// <summary>Trained on the tiny world, whose catalogue it covers.</summary>
    private protected abstract IContentModel Model { get; }

    /// <summary>The same as it was before models placed movies, as it stands in older bundles.</summary>
    private protected abstract IContentModel Older { get; }

    private protected virtual TextEncoding? Encode => null;

    [Fact]
    public void WithMovies_KnownMovies_StandAsTheyStood()
    {
        IContentModel extended = Extended(Comedy, Stranger);

        Assert.Equal(TinyWorld.Items, Model.ItemCount);
        Assert.Equal(TinyWorld.Items + 2, extended.ItemCount);
        foreach (UserHistory history in Histories)
        {
            float[] before = RecommenderContract.Scores(Model, history);
            float[] after = RecommenderContract.Scores(extended, history);
            Assert.Equal(before, after[..TinyWorld.Items]);
            Assert.All(after, score => Assert.True(float.IsFinite(score)));
            Assert.Equal(
                Ratings(Model, history, TinyWorld.Items),
                Ratings(extended, history, TinyWorld.Items + 2)[..TinyWorld.Items]
            );
            Assert.All(Ratings(extended, history, TinyWorld.Items + 2), rating => Assert.InRange(rating.Mean, 0.5f, 5));
        }
    }

    [Fact]
    public void WithMovies_OneByOne_IsAllAtOnce()
    {
        MovieCatalog first = TinyWorld.Catalog.With([Comedy]);
        IContentModel byOne = Model.WithMovies(first, Encode).WithMovies(first.With([Stranger]), Encode);
        IContentModel atOnce = Extended(Comedy, Stranger);

        foreach (UserHistory history in Histories)
        {
            Assert.Equal(RecommenderContract.Scores(atOnce, history), RecommenderContract.Scores(byOne, history));
        }
    }

    [Fact]
    public void WithMovies_SavedAndLoaded_IsTheSameAndPlacesMore()
    {
        IContentModel extended = Extended(Comedy);
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        extended.Save(writer);
        writer.Write(folder.Path);

        using var reader = new ComponentReader(folder.Path);
        var loaded = (IContentModel)Kind.Load(reader);

        Assert.True(loaded.CanPlace);
        IContentModel more = loaded.WithMovies(TinyWorld.Catalog.With([Comedy, Stranger]), Encode);
        foreach (UserHistory history in Histories)
        {
            Assert.Equal(RecommenderContract.Scores(extended, history), RecommenderContract.Scores(loaded, history));
            Assert.Equal(
                RecommenderContract.Scores(Extended(Comedy, Stranger), history),
                RecommenderContract.Scores(more, history)
            );
        }
    }

    [Fact]
    public void WithMovies_HistoryOfAnAddedMovie_IsFoldedIn()
    {
        IContentModel extended = Extended(Comedy, Stranger);
        UserHistory history = TinyWorld.History(5, 10, 11);

        Assert.All(RecommenderContract.Scores(extended, history), score => Assert.True(float.IsFinite(score)));
        Assert.All(Ratings(extended, history, 12), rating => Assert.InRange(rating.Mean, 0.5f, 5));
        Assert.NotEqual(
            RecommenderContract.Scores(extended, TinyWorld.History(5)),
            RecommenderContract.Scores(extended, history)
        );
    }

    [Fact]
    public void WithMovies_Bundle_ListsExplainsAndForecastsThem()
    {
        ModelBundle bundle = Bundle(Model).WithMovies([Comedy], Encode);
        var added = new ItemIndex(TinyWorld.Items);

        Recommendation[] list = bundle
            .Recommender()
            .Recommend(TinyWorld.History(1), new RecommendationRequest { Count = 100 });

        Assert.Contains(added, list.Select(movie => movie.Item));
        Assert.Equal(added, Assert.Single(bundle.Explainer().Explain(TinyWorld.History(1), [added])).Item);
        Assert.InRange(bundle.Forecast(TinyWorld.History(1), added)!.Prediction.Mean, 0.5f, 5);
        Assert.Equal(Comedy, bundle.Catalog[added]);
    }

    [Fact]
    public void WithMovies_OlderModel_StaysAndTheMovieIsInTheCatalogueOnly()
    {
        Assert.False(Older.CanPlace);
        MovieCatalog catalog = TinyWorld.Catalog.With([Comedy]);
        Assert.Throws<MatineeException>(() => Older.WithMovies(catalog, Encode));

        ModelBundle bundle = Bundle(Older).WithMovies([Comedy], Encode);

        Assert.Equal(TinyWorld.Items, bundle.Model.ItemCount);
        Assert.Equal(TinyWorld.Items + 1, bundle.Catalog.Count);
        Assert.Equal(
            TinyWorld.Items,
            bundle.Recommender().Recommend(UserHistory.Empty, new RecommendationRequest { Count = 100 }).Length
        );
    }

    private static UserHistory[] Histories =>
        [UserHistory.Empty, TinyWorld.History(3), TinyWorld.History(0, 2, 7), TinyWorld.Ratings.History(new(2))];

    private IContentModel Extended(params Movie[] added) => Model.WithMovies(TinyWorld.Catalog.With(added), Encode);

    private static RatingPrediction[] Ratings(IContentModel model, UserHistory history, int count)
    {
        var predictions = new RatingPrediction[count];
        ((IRatingPredictor)model).Predict(history, [.. Enumerable.Range(0, count)], predictions);
        return predictions;
    }

    private static ModelBundle Bundle(IModel model) =>
        TinyBundle.Of(PopularityModel.ModelKind, Core.Models.Selection.FitOn.All) with
        {
            Model = model,
            Bias = BiasModel.Train(TinyWorld.Ratings, new BiasOptions()),
        };
}
