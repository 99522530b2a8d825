using Matinee.Api.Online;

namespace Matinee.Api.Contracts;

/// <summary>How a model's lists did with the people who saw them. A movie counts once per list and kind.</summary>
public sealed record OnlineAnswer
{
    /// <summary>The end of the model's id.</summary>
    public required string Model { get; init; }

    /// <summary>Whether it is the one that answers now.</summary>
    public required bool Current { get; init; }

    /// <summary>First day that it was shown, such as <c>2026-11-28</c>, UTC.</summary>
    public required string From { get; init; }

    /// <summary>Last day.</summary>
    public required string To { get; init; }

    /// <summary>Lists that were given with a <c>recommendationId</c>.</summary>
    public required long Lists { get; init; }

    /// <summary>Movies in them.</summary>
    public required long Movies { get; init; }

    public required long Clicked { get; init; }
    public required long Watched { get; init; }
    public required long Rated { get; init; }

    /// <summary>Of the ratings; null where there are none.</summary>
    public required double? MeanStars { get; init; }

    /// <summary>Share of the movies that were clicked.</summary>
    public required Proportion ClickRate { get; init; }

    /// <summary>Share of the movies that were watched.</summary>
    public required Proportion WatchRate { get; init; }

    /// <summary>Share of the ratings of four stars or more.</summary>
    public required Proportion LikedRate { get; init; }

    internal static OnlineAnswer Of(ModelOutcomes one, bool current) =>
        new()
        {
            Model = one.Model,
            Current = current,
            From = Date(one.FirstDay),
            To = Date(one.LastDay),
            Lists = one.Lists,
            Movies = one.Movies,
            Clicked = one.Clicked,
            Watched = one.Watched,
            Rated = one.Rated,
            MeanStars = one.Rated == 0 ? null : Math.Round(one.StarSum / one.Rated, 3),
            ClickRate = Proportion.Of(one.Clicked, one.Movies),
            WatchRate = Proportion.Of(one.Watched, one.Movies),
            LikedRate = Proportion.Of(one.Liked, one.Rated),
        };

    private static string Date(int day) =>
        DateOnly
            .FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + day)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
