using Matinee.Api.Access;
using Matinee.Api.Http;
using Matinee.Api.Problems;

namespace Matinee.Api.Endpoints;

/// <summary>What the OpenAPI document says about an endpoint; part of its metadata.</summary>
/// <param name="Id">The operation's name for client generators.</param>
internal sealed record Described(string Id, string Tag, string Summary)
{
    /// <summary>Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>What it asks of its caller; null: admin below <c>/api/admin</c>, else read for GET, write for the rest.</summary>
    public NeedsAccess? Needs { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>What the body is, one of <see cref="ApiJson"/>; null: there is none. Its type alone: how it is read is worked out once one comes.</summary>
    public Type? Body { get; init; }

    public bool BodyIsOptional { get; init; }

    /// <summary>The fields of a form in place of a JSON body; null: there is none.</summary>
    public IReadOnlyList<FormField>? Form { get; init; }

    /// <summary>An example of a body, in JSON.</summary>
    public string? BodyExample { get; init; }

    /// <summary>How large the body may be, in bytes; null: as large as any.</summary>
    public long? MostBytes { get; init; }

    /// <summary>Whether it may take longer than requests do; then it bounds itself.</summary>
    public bool TakesItsTime { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>What the answer is, one of <see cref="ApiJson"/>; null: nothing.</summary>
    public Type? Answer { get; init; }

    /// <summary>Of the answer; unless JSON, it is one of these, in bytes.</summary>
    public IReadOnlyList<string> ContentTypes { get; init; } = ["application/json"];

    /// <summary>Problems of its own, beside those that any request can have.</summary>
    public IReadOnlyList<ProblemKind> Problems { get; init; } = [];

    /// <summary>Every problem that an answer may be.</summary>
    public IEnumerable<ProblemKind> AllProblems =>
        [
            .. Needs is { Scope: null } ? Nothing : [ProblemKind.Unauthorized, ProblemKind.Forbidden],
            .. Parameters.Count > 0 || Body is not null || Form is not null ? [ProblemKind.Validation] : Nothing,
            .. Body is not null ? [ProblemKind.MalformedJson, ProblemKind.TooLarge, ProblemKind.MediaType] : Nothing,
            .. Form is not null ? [ProblemKind.TooLarge, ProblemKind.MediaType] : Nothing,
            .. Problems,
            ProblemKind.RateLimited,
            ProblemKind.Timeout,
        ];

    private static ProblemKind[] Nothing => [];
}
