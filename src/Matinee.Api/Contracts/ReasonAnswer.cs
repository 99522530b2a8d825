using System.Text.Json.Serialization;

namespace Matinee.Api.Contracts;

/// <summary>One thing that a recommendation rests on, as the loaded model computed it.</summary>
public sealed record ReasonAnswer
{
    /// <summary>
    /// <c>rated-movie</c>, <c>popularity</c>, <c>rated-well</c> or <c>texts</c>; later versions may have more.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>In words: <c>you liked Alien (1979) ★4.5</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Its part of everything that speaks for the movie, 0 to 1. That of texts is another cut through the same score.</summary>
    public required double Share { get; init; }

    /// <summary>Of a rated movie.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MovieId { get; init; }

    /// <summary>Of a rated movie.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The user's stars for a rated movie.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? Rating { get; init; }

    /// <summary>Whether those stars say that the user liked it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Liked { get; init; }

    /// <summary>How many people rated the recommended movie.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Raters { get; init; }

    /// <summary>Of how many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Users { get; init; }

    /// <summary>The mean of their stars, drawn towards that of all ratings where they are few.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Stars { get; init; }

    /// <summary>The movie's texts that speak for it, the main one first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NamedTextAnswer>? Named { get; init; }
}

/// <param name="Kind"><c>tag</c>, <c>genres</c>, <c>title</c> or <c>plot</c>.</param>
/// <param name="Part">Of what the movie's texts add to its score together, 0 to 1.</param>
public sealed record NamedTextAnswer(string Kind, string Text, double Part);
