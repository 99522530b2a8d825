using System.Globalization;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Similar;

namespace Matinee;

/// <summary>A model bundle that answers for movies and users by their ids; see docs/dotnet.md.</summary>
public sealed class MovieRecommender : IMovieRecommender
{
    private readonly ModelBundle bundle;
    private readonly string path;
    private readonly TimeProvider time;
    private readonly KnownMovies known;
    private readonly Recommender recommender;
    private readonly Explainer explainer;

    // Movies below the one are ranked, below the other they can stand in a history.
    private readonly int ranked;
    private readonly int covered;
    private readonly Lazy<SimilarMovies> similar;
    private readonly Lazy<TitleLookup> titles;

    private MovieRecommender(ModelBundle bundle, string path, TimeProvider time)
    {
        this.bundle = bundle;
        this.path = path;
        this.time = time;
        // A model that only predicts ratings ranks badly by them; the popularity that every bundle carries ranks better.
        IRanker ranker = bundle.Model as IRanker ?? bundle.Popularity;
        IRatingPredictor ratings = bundle.Model as IRatingPredictor ?? bundle.Bias;
        known = new KnownMovies(bundle.Catalog, path);
        recommender = new Recommender(ranker, bundle.Popularity, ratings, bundle.Catalog);
        explainer = new Explainer(ranker, bundle.Popularity, bundle.Manifest.Dataset.Users, bundle.Catalog);
        ranked = ranker.ItemCount;
        covered = Math.Min(ranked, ratings.ItemCount);
        similar = new(() => new SimilarMovies(bundle, recommender.Space));
        titles = new(() => new TitleLookup(bundle.Catalog, item => (int)recommender.Space.RatingCounts[item]));
    }

    /// <summary>Loads and checks a model that <c>matinee train</c> wrote; its folder is not needed after that.</summary>
    /// <param name="path">The model's folder, such as <c>models/default</c>.</param>
    /// <param name="time">When ratings without a time were given. Default: the system's clock.</param>
    /// <exception cref="MatineeException">It is missing, damaged, or of another version.</exception>
    public static MovieRecommender Load(string path, TimeProvider? time = null) =>
        new(ModelBundle.Load(path, ModelKinds.Core), path, time ?? TimeProvider.System);

    public BundleManifest Model => bundle.Manifest;
    public IReadOnlyList<Movie> Movies => bundle.Catalog.Movies;

    public IReadOnlyList<RecommendedMovie> Recommend(int userId, RecommendOptions? options = null) =>
        List(new RatedMovies(History(userId), []), (options ?? new()).Validate());

    public IReadOnlyList<RecommendedMovie> Recommend(
        IReadOnlyCollection<MovieRating> ratings,
        RecommendOptions? options = null
    ) => List(Rated(ratings), (options ?? new()).Validate());

    public IReadOnlyList<SimilarMovie> SimilarTo(MovieReference movie, SimilarOptions? options = null)
    {
        SimilarOptions wanted = (options ?? new()).Validate();
        var request = new SimilarRequest
        {
            Count = wanted.Limit,
            Offset = wanted.Offset,
            Mode = wanted.By,
            Only = Only(wanted.Only),
            Filter = wanted.Filter,
        };
        return
        [
            .. similar
                .Value.Of(known.Get(movie), request)
                .Select(one => new SimilarMovie(bundle.Catalog[one.Item], one.Score, one.Collaborative, one.Textual)),
        ];
    }

    public PredictedRating? Predict(int userId, MovieReference movie) => Predict(History(userId), known.Get(movie));

    public PredictedRating? Predict(IReadOnlyCollection<MovieRating> ratings, MovieReference movie) =>
        Predict(Rated(ratings).History, known.Get(movie));

    public IReadOnlyList<RecommendationReason> Explain(int userId, MovieReference movie) =>
        Explain(History(userId), known.Get(movie));

    public IReadOnlyList<RecommendationReason> Explain(
        IReadOnlyCollection<MovieRating> ratings,
        MovieReference movie
    ) => Explain(Rated(ratings).History, known.Get(movie));

    public Movie? Find(MovieReference movie) => known.TryFind(movie, out ItemIndex item) ? bundle.Catalog[item] : null;

    public IReadOnlyList<Movie> FindByTitle(string title, int limit = 10)
    {
        OptionRules.AtLeast(limit, 1, nameof(limit));
        return [.. titles.Value.Find(title).Take(limit).Select(item => bundle.Catalog.Movies[item])];
    }

    public bool HasUser(int userId) => bundle.Histories?.Users.TryGetIndex(new UserId(userId), out _) ?? false;

    public IReadOnlyList<MovieRating> RatingsOf(int userId)
    {
        UserHistory history = History(userId);
        var ratings = new MovieRating[history.Count];
        for (int n = 0; n < ratings.Length; n++)
        {
            ratings[n] = new MovieRating(
                bundle.Catalog.Movies[history.Items[n]].Id.Value,
                history.Ratings[n],
                DateTimeOffset.FromUnixTimeSeconds(history.Timestamps[n])
            );
        }

        return ratings;
    }

    private RecommendedMovie[] List(RatedMovies rated, RecommendOptions options)
    {
        var request = new RecommendationRequest
        {
            Count = options.Limit,
            Offset = options.Offset,
            Seen = options.Include,
            AlsoSeen = (int[])[.. rated.NotCovered, .. known.Items(options.AlsoSeen)],
            Excluded = known.Items(options.Hidden),
            Only = Only(options.Only),
            Controls = options.Controls,
        };
        Recommendation[] list = recommender.Recommend(rated.History, request);
        Explanation[]? reasons = options.Explain
            ? explainer.Explain(rated.History, Array.ConvertAll(list, one => one.Item))
            : null;
        return
        [
            .. list.Select(
                (one, n) =>
                    new RecommendedMovie(
                        bundle.Catalog[one.Item],
                        one.Score,
                        PredictedRating.Of(one.Rating),
                        reasons is null ? [] : RecommendationReason.AllOf(reasons[n], bundle.Catalog)
                    )
            ),
        ];
    }

    private PredictedRating? Predict(UserHistory history, ItemIndex item) =>
        bundle.Forecast(history, item) is { } forecast
            ? PredictedRating.Of(forecast.Prediction) with
            {
                Levels = forecast.Levels ?? [],
            }
            : null;

    private IReadOnlyList<RecommendationReason> Explain(UserHistory history, ItemIndex item) =>
        item.Value < ranked ? RecommendationReason.AllOf(explainer.Explain(history, [item])[0], bundle.Catalog) : [];

    private RatedMovies Rated(IReadOnlyCollection<MovieRating> ratings) =>
        RatedMovies.Of(ratings, known, covered, time);

    private ReadOnlyMemory<int>? Only(IReadOnlyCollection<MovieReference>? movies) =>
        movies is null ? (ReadOnlyMemory<int>?)null : known.Items(movies);

    private UserHistory History(int userId)
    {
        if (bundle.Histories is not { } histories)
        {
            throw new MatineeException(
                $"{path} was published without its users' ratings. Pass the ratings instead of a user's id."
            );
        }

        return histories.TryGet(new UserId(userId), out UserHistory? history)
            ? history
            : throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There is no user {userId} in the training data of {path}. Ask HasUser first, or pass the ratings instead of an id."
                )
            );
    }
}
