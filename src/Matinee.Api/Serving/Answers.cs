using Matinee.Api.Contracts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
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
            Confidence = one.Rating.Confidence is { } confidence ? Math.Round(confidence, 3) : null,
            Score = one.Score,
            Reasons = explanation is null ? null : Reasons(explanation, catalog),
        };
    }

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

    private static ReasonAnswer[] Reasons(Explanation explanation, MovieCatalog catalog)
    {
        var reasons = new ReasonAnswer[explanation.Reasons.Count + (explanation.Texts is null ? 0 : 1)];
        for (int n = 0; n < explanation.Reasons.Count; n++)
        {
            reasons[n] = Reason(explanation.Reasons[n], catalog);
        }

        if (explanation.Texts is { } texts)
        {
            reasons[^1] = new ReasonAnswer
            {
                Kind = "texts",
                Text = TextReasonText.Of(texts),
                Share = Math.Round(texts.Share, 4),
                Named =
                [
                    .. texts.Texts.Select(text => new NamedTextAnswer(
                        OptionRules.ConfigName(text.Kind.ToString()),
                        text.Text,
                        Math.Round(text.Part, 4)
                    )),
                ],
            };
        }

        return reasons;
    }

    private static ReasonAnswer Reason(Reason reason, MovieCatalog catalog)
    {
        string text = ReasonText.Of(reason, catalog);
        double share = Math.Round(reason.Share, 4);
        return reason switch
        {
            Reason.RatedMovie rated => new ReasonAnswer
            {
                Kind = "rated-movie",
                Text = text,
                Share = share,
                MovieId = catalog[rated.Movie].Id.Value,
                Title = catalog[rated.Movie].Title,
                Rating = rated.Rating,
                Liked = rated.Liked,
            },
            Reason.Popularity popular => new ReasonAnswer
            {
                Kind = "popularity",
                Text = text,
                Share = share,
                Raters = popular.Raters,
                Users = popular.Users,
            },
            Reason.RatedWell well => new ReasonAnswer
            {
                Kind = "rated-well",
                Text = text,
                Share = share,
                Raters = well.Raters,
                Stars = Math.Round(well.Stars, 3),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
