using Matinee.Api.Contracts;
using Matinee.Api.Search;
using Matinee.Api.Store;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Onboarding;
using Matinee.Core.Ranking.Similar;
using Matinee.Imports.Matching;

namespace Matinee.Api.Serving;

/// <summary>One state of everything that answers are computed from: the bundle and the movies added since. Immutable.</summary>
internal sealed class ServedModel
{
    private readonly MovieNumbers numbers;
    private readonly Lazy<HashSet<string>> genres;
    private readonly Lazy<IReadOnlyList<GenreCount>> genreCounts;
    private readonly Lazy<Dictionary<string, ItemIndex>> itemByTitle;

    private readonly Lazy<MovieIndex> index;
    private readonly Lazy<SimilarMovies> similar;
    private readonly Lazy<FilmMatcher> matcher;
    private readonly Lazy<OnboardingMovies> onboarding;

    /// <param name="bundle">As it was trained.</param>
    /// <param name="added">By ascending id.</param>
    public ServedModel(ModelBundle bundle, BundleFacts facts, IReadOnlyList<StoredMovie> added, AddedMovieTexts texts)
        : this(bundle, facts, texts.Add(bundle, [.. StoredMovie.NotIn(bundle.Catalog, added)]), older: null) { }

    // What an older state, which lacks the last movie alone, has made is built upon.
    private ServedModel(ModelBundle bundle, BundleFacts facts, ModelBundle extended, ServedModel? older)
    {
        Bundle = bundle;
        Facts = facts;
        Extended = extended;
        // A model that only predicts ratings ranks badly by them; the popularity that every bundle carries ranks better.
        Ranker = extended.Model as IRanker ?? bundle.Popularity;
        Ratings = extended.Model as IRatingPredictor ?? bundle.Bias;
        Recommender = new Recommender(Ranker, bundle.Popularity, Ratings, Catalog);
        Groups = new GroupRecommender(Recommender);
        Explainer = new Explainer(Ranker, bundle.Popularity, bundle.Manifest.Dataset.Users, Catalog);
        numbers = new MovieNumbers(Catalog.Movies);
        similar = new(() => new SimilarMovies(extended, Recommender.Space));
        onboarding = new(() => new OnboardingMovies(extended, Recommender));
        matcher = new(() => new FilmMatcher(Catalog, item => RatingsOf(new ItemIndex(item))));
        index = older is { index.IsValueCreated: true }
            ? new(() => older.Index.With(Catalog.Movies[^1]))
            : new(() => MovieIndex.Build(Catalog.Movies, Statistics(bundle)));
        genres = new(() => new(Catalog.Movies.SelectMany(movie => movie.Genres), StringComparer.OrdinalIgnoreCase));
        genreCounts = new(() =>
            [
                .. Catalog
                    .Movies.SelectMany(movie => movie.Genres)
                    .CountBy(genre => genre)
                    .Select(pair => new GenreCount(pair.Key, pair.Value))
                    .OrderByDescending(count => count.Movies)
                    .ThenBy(count => count.Genre, StringComparer.Ordinal),
            ]
        );
        itemByTitle = new(ItemByTitle);
    }

    /// <summary>As it was trained.</summary>
    public ModelBundle Bundle { get; }

    /// <summary>What goes with the bundle.</summary>
    public BundleFacts Facts { get; }

    /// <summary>Tells which bundle answers: the name of a version, or a short hash of the bundle's manifest.</summary>
    public string ModelId => Bundle.Id;

    /// <summary>With the movies that were added since.</summary>
    public ModelBundle Extended { get; }

    /// <summary>The bundle's movies, then the added ones.</summary>
    public MovieCatalog Catalog => Extended.Catalog;

    public IRanker Ranker { get; }
    public IRatingPredictor Ratings { get; }
    public Recommender Recommender { get; }
    public GroupRecommender Groups { get; }
    public Explainer Explainer { get; }

    public SimilarMovies Similar => similar.Value;
    public OnboardingMovies Onboarding => onboarding.Value;

    /// <summary>Tells which movies other sites' films are; made when first needed.</summary>
    public FilmMatcher Matcher => matcher.Value;

    /// <summary>Finds and lists movies; made when first needed.</summary>
    public MovieIndex Index => index.Value;

    public IReadOnlySet<string> Genres => genres.Value;

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<GenreCount> GenreCounts => genreCounts.Value;

    /// <summary>Movies below this index can stand in a history.</summary>
    public int Covered => Math.Min(Ranker.ItemCount, Ratings.ItemCount);

    /// <summary>The state after one more movie.</summary>
    public ServedModel With(StoredMovie movie, AddedMovieTexts texts) =>
        new(Bundle, Facts, texts.Add(Extended, [.. StoredMovie.NotIn(Catalog, [movie])]), this);

    public bool TryFind(int movieId, out ItemIndex item) => Catalog.Items.TryGetIndex(new ItemId(movieId), out item);

    public bool TryFind(MovieReference movie, out ItemIndex item)
    {
        // Numbers of MovieLens have a table already.
        if (movie.Numbering == MovieNumbering.MovieLens)
        {
            return TryFind((int)movie.Number, out item);
        }

        bool found = numbers.TryFind(movie, out int index);
        item = new ItemIndex(index);
        return found;
    }

    /// <summary>A movie of exactly this title, year included; case does not matter.</summary>
    public bool TryFindTitle(string title, out ItemIndex item) => itemByTitle.Value.TryGetValue(title, out item);

    /// <summary>Training ratings of a movie.</summary>
    public int RatingsOf(ItemIndex item) =>
        item.Value < Bundle.Popularity.ItemCount ? (int)Bundle.Popularity.Counts[item.Value] : 0;

    public bool IsAdded(ItemIndex item) => item.Value >= Bundle.Catalog.Count;

    private Dictionary<string, ItemIndex> ItemByTitle()
    {
        var items = new Dictionary<string, ItemIndex>(Catalog.Count, StringComparer.OrdinalIgnoreCase);
        for (int item = 0; item < Catalog.Count; item++)
        {
            items.TryAdd(Catalog.Movies[item].Title, new ItemIndex(item));
        }

        return items;
    }

    private static MovieStatistics Statistics(ModelBundle bundle)
    {
        var counts = new int[bundle.Popularity.ItemCount];
        var means = new float[counts.Length];
        for (int item = 0; item < counts.Length; item++)
        {
            counts[item] = (int)bundle.Popularity.Counts[item];
            means[item] = bundle.Bias.DampedMean(new ItemIndex(item));
        }

        return new MovieStatistics(counts, means);
    }
}
