namespace Matinee.Client;

/// <summary>How a model's lists did with the people who saw them. A movie counts once per list and kind.</summary>
public sealed record OnlineQuality
{
    /// <summary>The end of the model's id.</summary>
    public string Model
    {
        get => field ?? "";
        init;
    }

    /// <summary>Whether it is the one that answers now.</summary>
    public bool Current { get; init; }

    /// <summary>First day that it was shown, UTC.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; init; }

    /// <summary>Lists that were given with a <see cref="Recommendations.RecommendationId"/>.</summary>
    public long Lists { get; init; }

    /// <summary>Movies in them.</summary>
    public long Movies { get; init; }

    public long Clicked { get; init; }
    public long Watched { get; init; }
    public long Rated { get; init; }

    /// <summary>Of the ratings; null where there are none.</summary>
    public double? MeanStars { get; init; }

    /// <summary>Share of the movies that were clicked.</summary>
    public Proportion ClickRate
    {
        get => field ?? Proportion.Unknown;
        init;
    }

    /// <summary>Share of the movies that were watched.</summary>
    public Proportion WatchRate
    {
        get => field ?? Proportion.Unknown;
        init;
    }

    /// <summary>Share of the ratings of four stars or more.</summary>
    public Proportion LikedRate
    {
        get => field ?? Proportion.Unknown;
        init;
    }
}

/// <summary>A share with its 95% interval.</summary>
/// <param name="Value">0 to 1; null of nothing.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record Proportion(double? Value, double? Low, double? High)
{
    internal static readonly Proportion Unknown = new(null, null, null);
}
