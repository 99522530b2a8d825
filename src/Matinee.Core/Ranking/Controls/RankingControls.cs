using System.Globalization;
using System.Text.Json.Serialization;
using Matinee.Core.Models;

namespace Matinee.Core.Ranking.Controls;

/// <summary>How lists are made diverse.</summary>
[JsonConverter(typeof(ConfigEnumConverter<DiversityMethod>))]
public enum DiversityMethod
{
    /// <summary>Maximal marginal relevance (Carbonell and Goldstein 1998).</summary>
    Mmr,

    /// <summary>A determinantal point process, greedily (Chen, Zhang and Zhou 2018).</summary>
    Dpp,
}

/// <summary>
/// What a person may ask of a list beyond its scores. Every control at its default leaves lists exactly as they are;
/// docs/ranking.md states what each one does.
/// </summary>
public sealed record RankingControls : IModelOptions<RankingControls>
{
    /// <summary>How much being unlike the rest of the list counts against score, 0 to 1. Default 0: score alone.</summary>
    public double Diversity { get; init; }

    /// <summary>Default MMR, which holds more accuracy at little strength.</summary>
    public DiversityMethod DiversityMethod { get; init; }

    /// <summary>How much the list shall have the history's mix of genres, 0 to 1. Default 0: not at all.</summary>
    public double Calibration { get; init; }

    /// <summary>−1: towards movies that few have rated; 1: towards well-known ones. Default 0: neither.</summary>
    public double Popularity { get; init; }

    /// <summary>How much being unlike the history counts among well-scored movies, 0 to 1. Default 0: not at all.</summary>
    public double Serendipity { get; init; }

    /// <summary>Which movies may appear; null: all.</summary>
    public MovieFilter? Filter { get; init; }

    /// <summary>Whether lists stay as scores alone make them.</summary>
    [JsonIgnore]
    public bool IsNeutral => KeepsOrder && Filter is null or { IsEmpty: true };

    /// <summary>Whether scores alone order what the filter lets through.</summary>
    internal bool KeepsOrder => Diversity == 0 && Calibration == 0 && Popularity == 0 && Serendipity == 0;

    /// <summary>The controls that are set, for people: <c>diversity 0.22 (mmr), popularity -0.5</c>.</summary>
    public string Describe()
    {
        string?[] parts =
        [
            Part(Diversity, "diversity") is { } diversity
                ? $"{diversity} ({DiversityMethod.ToString().ToLowerInvariant()})"
                : null,
            Part(Calibration, "calibration"),
            Part(Popularity, "popularity"),
            Part(Serendipity, "serendipity"),
            Filter is { IsEmpty: false } ? "filtered" : null,
        ];
        return IsNeutral ? "none" : string.Join(", ", parts.OfType<string>());

        static string? Part(double value, string name) =>
            value == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{name} {value}");
    }

    public RankingControls Validate()
    {
        OptionRules.Between(Diversity, 0, 1, nameof(Diversity));
        OptionRules.Between(Calibration, 0, 1, nameof(Calibration));
        OptionRules.Between(Popularity, -1, 1, nameof(Popularity));
        OptionRules.Between(Serendipity, 0, 1, nameof(Serendipity));
        Filter?.Validate();
        return this;
    }
}
