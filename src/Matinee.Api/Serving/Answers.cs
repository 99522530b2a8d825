using Matinee.Api.Contracts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;

namespace Matinee.Api.Serving;

/// <summary>What services compute, in the words of the API.</summary>
internal static class Answers
{
    private const int TagsShown = 10;

    public static RecommendationsAnswer Recommendations(ServedModel model, Person person, RecommendationQuery query) =>
        new()
        {
            UserId = person.Id,
            UserProfile = person.Profile,
            TopRatedMovies = person.TopRated,
            RecentFavorites = person.RecentFavorites,
            Recommendations = List(model, person, query),
        };

    public static RecommendedMovie[] List(ServedModel model, Person person, RecommendationQuery query)
    {
        Recommendation[] list = model.Recommender.Recommend(person.History, query.For(person));
        Explanation[]? explanations = query.Explain
            ? model.Explainer.Explain(person.History, Array.ConvertAll(list, one => one.Item))
            : null;
        var shown = new RecommendedMovie[list.Length];
        for (int n = 0; n < list.Length; n++)
        {
            shown[n] = Recommended(model.Catalog, list[n], explanations?[n]);
        }

        return shown;
    }

    public static RecommendedMovie Recommended(MovieCatalog catalog, Recommendation one, Explanation? explanation)
    {
        Movie movie = catalog[one.Item];
        return new RecommendedMovie
        {
            Id = movie.Id.Value,
            Title = movie.Title,
            Genres = movie.Genres,
            Year = movie.Year,
            PredictedRating = Math.Round(one.Rating.Mean, 3),
            Confidence = Rounded(one.Rating.Confidence),
            Score = one.Score,
            Reasons = explanation is null ? null : Reasons(explanation, catalog),
        };
    }

    /// <summary>To three decimals.</summary>
    public static double? Rounded(float? value) => value is { } number ? Math.Round(number, 3) : null;

    public static MovieAnswer Movie(ServedModel model, ItemIndex item)
    {
        Movie movie = model.Catalog[item];
        int ratings = model.RatingsOf(item);
        return new MovieAnswer
        {
            Id = movie.Id.Value,
            Title = movie.Title,
            Year = movie.Year,
            Genres = movie.Genres,
            Tags = [.. movie.Tags.Take(TagsShown).Select(tag => tag.Text)],
            ImdbId = movie.ImdbId is { } imdb ? $"tt{imdb}" : null,
            TmdbId = movie.TmdbId,
            Plot = movie.Plot,
            Ratings = ratings,
            AverageRating = ratings == 0 ? null : Math.Round(model.Bundle.Bias.DampedMean(item), 3),
            Added = model.IsAdded(item),
        };
    }

    // The rated movies, and what the model read: a text's share is another cut through the same score, so it stands last.
    private static ReasonJson[] Reasons(Explanation explanation, MovieCatalog catalog)
    {
        var reasons = new ReasonJson[explanation.Reasons.Count + (explanation.Texts is null ? 0 : 1)];
        for (int n = 0; n < explanation.Reasons.Count; n++)
        {
            reasons[n] = ReasonJson.Of(explanation.Reasons[n], catalog);
        }

        if (explanation.Texts is { } texts)
        {
            reasons[^1] = ReasonJson.Of(texts);
        }

        return reasons;
    }
}
