using Matinee.Api.Store;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;

namespace Matinee.Api.Serving;

/// <summary>One state of everything that answers are computed from: the bundle and the movies added since. Immutable.</summary>
internal sealed class ServedModel
{
    private readonly Lazy<HashSet<string>> genres;

    /// <param name="added">By ascending id.</param>
    public ServedModel(ModelBundle bundle, IReadOnlyList<StoredMovie> added)
    {
        Bundle = bundle;
        Catalog = added.Count == 0 ? bundle.Catalog : bundle.Catalog.With([.. NotInBundle(bundle.Catalog, added)]);
        // A model that only predicts ratings ranks badly by them; the popularity that every bundle carries ranks better.
        Ranker = bundle.Model as IRanker ?? bundle.Popularity;
        Ratings = bundle.Model as IRatingPredictor ?? bundle.Bias;
        Recommender = new Recommender(Ranker, bundle.Popularity, Ratings, Catalog);
        Explainer = new Explainer(Ranker, bundle.Popularity, bundle.Manifest.Dataset.Users, Catalog);
        Ids = new MovieIds(Catalog);
        genres = new(() => [.. Catalog.Movies.SelectMany(movie => movie.Genres).Distinct()]);
    }

    public ModelBundle Bundle { get; }

    /// <summary>The bundle's movies, then the added ones.</summary>
    public MovieCatalog Catalog { get; }

    public IRanker Ranker { get; }
    public IRatingPredictor Ratings { get; }
    public Recommender Recommender { get; }
    public Explainer Explainer { get; }
    public MovieIds Ids { get; }
    public IReadOnlySet<string> Genres => genres.Value;

    /// <summary>Movies below this index can stand in a history.</summary>
    public int Covered => Math.Min(Ranker.ItemCount, Ratings.ItemCount);

    /// <summary>Training ratings of a movie.</summary>
    public int RatingsOf(ItemIndex item) =>
        item.Value < Bundle.Popularity.ItemCount ? (int)Bundle.Popularity.Counts[item.Value] : 0;

    public bool IsAdded(ItemIndex item) => item.Value >= Bundle.Catalog.Count;

    // A newer bundle may have learned a movie that was added to an older one: ids of the store lie above any release's, so none
    // can meet, and this only guards a catalogue against a file that says otherwise.
    private static IEnumerable<Movie> NotInBundle(MovieCatalog catalog, IReadOnlyList<StoredMovie> added) =>
        added
            .Where(movie => !catalog.Items.TryGetIndex(new ItemId(movie.Id), out _))
            .Select(movie => new Movie
            {
                Id = new ItemId(movie.Id),
                Title = movie.Title,
                Year = movie.Year,
                Genres = movie.Genres,
                Tags = [.. movie.Tags.Select(tag => new MovieTag(tag, 1))],
                ImdbId = movie.ImdbId,
                TmdbId = movie.TmdbId,
                Plot = movie.Plot,
            });
}
