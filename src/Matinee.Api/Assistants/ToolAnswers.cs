using System.Text.Json.Serialization;

namespace Matinee.Api.Assistants;

/// <summary>A movie in a tool's answer.</summary>
internal record ToolMovie
{
    public required int Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Null where it is not known.</summary>
    public required int? Year { get; init; }

    public required IReadOnlyList<string> Genres { get; init; }
}

/// <summary>A movie that the person might like.</summary>
internal sealed record ToolRecommendation : ToolMovie
{
    /// <summary>The stars that the person would probably give, 0.5 to 5.</summary>
    public required double PredictedStars { get; init; }

    /// <summary>The main one first; empty where nothing speaks for it but its rank.</summary>
    public required IReadOnlyList<ToolReason> Reasons { get; init; }
}

/// <param name="Text">In words.</param>
/// <param name="MovieId">The rated movie that speaks for it; null where the reason is no rated movie.</param>
internal sealed record ToolReason(string Text, int? MovieId);

/// <summary>A movie like another.</summary>
internal sealed record ToolLikeness : ToolMovie
{
    /// <summary>0 to 1.</summary>
    public required double Likeness { get; init; }
}

/// <summary>A movie that was found.</summary>
internal sealed record ToolFind : ToolMovie
{
    /// <summary>The mean stars that people gave; null where nobody has.</summary>
    public required double? AverageStars { get; init; }

    /// <summary>Of people in the training data.</summary>
    public required int Ratings { get; init; }
}

/// <summary>A title that does not say which movie is meant.</summary>
/// <param name="Asked">As it was given.</param>
/// <param name="Candidates">The likeliest first; empty where no title is near.</param>
internal sealed record UnclearMovie(string Asked, IReadOnlyList<ToolMovie> Candidates);

/// <summary>What every tool answers: with one of <c>Unclear</c> and the rest; never both.</summary>
internal abstract record ToolAnswer
{
    /// <summary>Titles that do not say which movie is meant; null where all do. Nothing was done then.</summary>
    public IReadOnlyList<UnclearMovie>? Unclear { get; init; }
}

internal sealed record RecommendAnswer : ToolAnswer
{
    /// <summary>Best first.</summary>
    public IReadOnlyList<ToolRecommendation>? Recommendations { get; init; }
}

internal sealed record FindAnswer : ToolAnswer
{
    /// <summary>Best first.</summary>
    public IReadOnlyList<ToolFind>? Movies { get; init; }
}

internal sealed record LikenessAnswer : ToolAnswer
{
    public ToolMovie? Movie { get; init; }

    /// <summary>The most alike first.</summary>
    public IReadOnlyList<ToolLikeness>? Similar { get; init; }
}

internal sealed record RateAnswer : ToolAnswer
{
    public ToolMovie? Rated { get; init; }
    public double? Stars { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RecommendAnswer))]
[JsonSerializable(typeof(FindAnswer))]
[JsonSerializable(typeof(LikenessAnswer))]
[JsonSerializable(typeof(RateAnswer))]
internal sealed partial class ToolJson : JsonSerializerContext;
