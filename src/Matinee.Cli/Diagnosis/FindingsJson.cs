using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Artifacts;

namespace Matinee.Cli.Diagnosis;

/// <summary>Findings for programs: <c>{ "version", "ok", "checks": [{ "name", "status", "detail", "fix" }] }</c>.</summary>
/// <param name="Ok">Whether nothing failed.</param>
internal sealed record FindingsAnswer(string Version, bool Ok, IReadOnlyList<Finding> Checks)
{
    public static string Json(IReadOnlyList<Finding> findings) =>
        JsonSerializer.Serialize(
            new FindingsAnswer(
                ModelBundle.MatineeVersion,
                findings.All(finding => finding.Status != FindingStatus.Failed),
                findings
            ),
            FindingsJson.Default.FindingsAnswer
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(FindingsAnswer))]
internal sealed partial class FindingsJson : JsonSerializerContext;
