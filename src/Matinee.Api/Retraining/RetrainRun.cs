using Matinee.Api.Contracts;

namespace Matinee.Api.Retraining;

/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Message">The last line that it said.</param>
internal sealed record RetrainRun(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Outcome, string Message)
{
    public const string Running = "running";
    public const string Succeeded = "succeeded";
    public const string Refused = "refused";
    public const string Failed = "failed";

    public RetrainAnswer Answer() => new(StartedAt.ToUnixTimeSeconds(), EndedAt?.ToUnixTimeSeconds(), Outcome, Message);
}
