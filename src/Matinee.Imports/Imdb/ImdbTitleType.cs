using Matinee.Imports.Reading;

namespace Matinee.Imports.Imdb;

/// <summary>IMDb's kinds of titles, as its files wrote them over the years: <c>tvMovie</c>, <c>TV Movie</c>, <c>Feature Film</c>.</summary>
internal static class ImdbTitleType
{
    /// <summary>Why a row of this kind is no film; null: it is one, or nothing is said.</summary>
    public static string? Reason(string type) =>
        CsvHeader.Key(type) switch
        {
            "" or "movie" or "feature" or "featurefilm" or "film" or "documentary" => null,
            "tvmovie" or "tvspecial" or "tvshort" or "video" or "videomovie" or "short" or "shortfilm" => null,
            "tvseries" or "tvminiseries" or "miniseries" => "A television series, not a film.",
            "tvepisode" or "episode" or "tvpilot" => "An episode, not a film.",
            "videogame" => "A game, not a film.",
            "podcastseries" or "podcastepisode" or "podcast" => "A podcast, not a film.",
            "musicvideo" => "A music video, not a film.",
            _ => $"Of the kind '{Excerpt.Of(type)}', not a film.",
        };
}
