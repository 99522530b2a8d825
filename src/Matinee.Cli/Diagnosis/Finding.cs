using System.Text.Json.Serialization;

namespace Matinee.Cli.Diagnosis;

internal enum FindingStatus
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Something does not work or is missing that many people do without.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Something is broken.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>What a check found.</summary>
/// <param name="Name">Of what was checked, at most 14 letters.</param>
/// <param name="Fix">What to do, sentences; null where nothing, or where <paramref name="Detail"/> says it.</param>
internal sealed record Finding(string Name, FindingStatus Status, string Detail, string? Fix = null)
{
    public static Finding Ok(string name, string detail) => new(name, FindingStatus.Ok, detail);

    public static Finding Warning(string name, string detail, string? fix = null) =>
        new(name, FindingStatus.Warning, detail, fix);

    public static Finding Failed(string name, string detail, string? fix = null) =>
        new(name, FindingStatus.Failed, detail, fix);
}
