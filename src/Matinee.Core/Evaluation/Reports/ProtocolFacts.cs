using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Evaluation.Reports;

/// <param name="Ranking"><c>full</c>, or <c>sampled (n negatives)</c>.</param>
/// <param name="Candidates">Movies that can be ranked; each user's known ones are left out.</param>
/// <param name="Users">Users with a relevant held-out movie.</param>
/// <param name="Diversity">Strength of the evaluated model's diversity; 0 for none.</param>
/// <param name="Controls">All controls of the evaluated model's lists; null for none. Baselines never have any.</param>
/// <param name="Files">The files that posed the task; null where the dataset's split did.</param>
/// <param name="Engine">Whether the evaluated model's short histories lean on popularity, as users get them.</param>
/// <param name="Hash">
/// SHA-256 of the dataset and of everything that decides what is asked and how it is counted: two evaluations with one hash
/// can be compared. Null in reports of earlier versions.
/// </param>
/// <param name="UsersDrawnFrom">From how many the users were drawn; null where all were asked.</param>
public sealed record ProtocolFacts(
    string Ranking,
    int Candidates,
    int Users,
    double MinRating,
    string Ties,
    int BootstrapResamples,
    long BootstrapSeed,
    double Diversity = 0,
    RankingControls? Controls = null,
    IReadOnlyList<SourceFile>? Files = null,
    bool Engine = false,
    string? Hash = null,
    int? UsersDrawnFrom = null
)
{
    public const string FullRanking = "full";
    private const int ShownHash = 12;
    private const string TieRule = "lower movie id first";

    /// <summary>Whether only a drawn part of the candidates was ranked.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSampled => Ranking != FullRanking;

    /// <summary>How many users, and out of how many where they were drawn.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string UsersText =>
        UsersDrawnFrom is { } all
            ? string.Create(CultureInfo.InvariantCulture, $"{Users} users drawn from {all}")
            : string.Create(CultureInfo.InvariantCulture, $"{Users} users");

    /// <summary>Enough of a hash for people to tell two apart.</summary>
    public static string Brief(string hash) => hash[..Math.Min(ShownHash, hash.Length)];

    internal static ProtocolFacts Of(ModelEvaluation evaluation)
    {
        EvaluationOptions options = evaluation.Options;
        RankingTask task = evaluation.Task.Ranking;
        string ranking = task.Negatives is { } negatives
            ? string.Create(CultureInfo.InvariantCulture, $"sampled ({negatives.PerUser} negatives)")
            : FullRanking;
        IReadOnlyList<SourceFile> files = evaluation.Task.Files;
        return new ProtocolFacts(
            ranking,
            task.CandidateCount,
            evaluation.Model.Ranking?.Users.Count ?? 0,
            options.MinRating,
            TieRule,
            options.Resamples,
            options.Seed,
            options.Controls.Diversity,
            options.Controls.IsNeutral ? null : options.Controls,
            files.Count == 0 ? null : files,
            options.Engine || evaluation.Task.NewPeople is not null,
            HashOf([
                evaluation.Dataset.Manifest.Hash,
                evaluation.Task.Protocol,
                ranking,
                TieRule,
                options.MinRating.ToString("R", CultureInfo.InvariantCulture),
                task.Negatives?.Seed.ToString(CultureInfo.InvariantCulture) ?? "",
                string.Join(',', options.Cutoffs),
                string.Join(',', files.Select(file => file.Sha256)),
                .. evaluation.Task.DrawnFrom is null
                    ? Array.Empty<string>()
                    :
                    [
                        options.SampledUsers.ToString(CultureInfo.InvariantCulture),
                        options.Seed.ToString(CultureInfo.InvariantCulture),
                    ],
            ]),
            evaluation.Task.DrawnFrom
        );
    }

    private static string HashOf(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
