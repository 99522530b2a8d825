using System.Text.Json.Serialization;

namespace Matinee.Api.Problems;

/// <summary>What went wrong with a request, as problem details (RFC 9457).</summary>
public sealed record Problem
{
    /// <summary>Names the kind of problem and never changes: <c>urn:matinee:problem:unknown-movie</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request, and what to do about it.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong by field: a query parameter, a part of the path, or a place in the body such as <c>ratings[3].rating</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
