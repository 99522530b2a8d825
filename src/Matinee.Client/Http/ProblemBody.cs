namespace Matinee.Client.Http;

/// <summary>Problem details (RFC 9457) as far as they are there.</summary>
internal sealed record ProblemBody
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Detail { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }
}
