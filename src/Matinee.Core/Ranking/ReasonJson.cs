using System.Text.Json.Serialization;
using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking;

/// <summary>A <see cref="Reason"/> as it stands in JSON, the same wherever one is written; what its kind lacks is left out.</summary>
public sealed record ReasonJson
{
    public const string RatedMovie = "rated-movie";
    public const string Popularity = "popularity";
    public const string RatedWell = "rated-well";
    public const string Texts = "texts";

    /// <summary><c>rated-movie</c>, <c>popularity</c>, <c>rated-well</c> or, where texts stand among the reasons, <c>texts</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The rated movie's MovieLens id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MovieId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The person's stars for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? Rating { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Liked { get; init; }

    /// <summary>What people gave it on average.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? Stars { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Raters { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Users { get; init; }

    /// <summary>The movie's texts that speak for it, the main one first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NamedTextJson>? Named { get; init; }

    /// <summary>Its part of everything that speaks for the movie, above 0 and at most 1.</summary>
    public required double Share { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    public static ReasonJson Of(TextReason reason)
    {
        TextReasonJson texts = TextReasonJson.Of(reason);
        return new()
        {
            Kind = Texts,
            Named = texts.Named,
            Share = texts.Share,
            Text = texts.Text,
        };
    }

    public static ReasonJson Of(Reason reason, MovieCatalog catalog)
    {
        double share = Math.Round(reason.Share, ExplanationJson.Digits);
        string text = ReasonText.Of(reason, catalog);
        return reason switch
        {
            Reason.RatedMovie rated => new()
            {
                Kind = RatedMovie,
                MovieId = catalog[rated.Movie].Id.Value,
                Title = catalog[rated.Movie].Title,
                Rating = rated.Rating,
                Liked = rated.Liked,
                Share = share,
                Text = text,
            },
            Reason.Popularity popular => new()
            {
                Kind = Popularity,
                Raters = popular.Raters,
                Users = popular.Users,
                Share = share,
                Text = text,
            },
            Reason.RatedWell well => new()
            {
                Kind = RatedWell,
                Stars = well.Stars,
                Raters = well.Raters,
                Share = share,
                Text = text,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
