using DuckDB.NET.Data;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Data.Folders;

namespace Matinee.Data;

/// <summary>Every user's ranking metrics: one row per model, user and k.</summary>
internal static class PerUserTable
{
    private static readonly RankingMetric[] Metrics = Enum.GetValues<RankingMetric>();

    public static void Write(string path, ModelEvaluation evaluation, IReadOnlyDictionary<string, string> metadata)
    {
        EvaluatedModel[] models = [.. evaluation.AllModels.Where(model => model.Ranking is not null)];
        using DuckDBConnection connection = Duck.Open();
        connection.Execute(
            $"CREATE TABLE per_user (model UTINYINT, user_id INTEGER, k INTEGER, {Names(metric => $"{metric} DOUBLE")})"
        );
        for (int n = 0; n < models.Length; n++)
        {
            Append(connection, (byte)n, models[n].Ranking!, evaluation.Task.Users);
        }

        string names = string.Join(' ', models.Select((model, n) => $"WHEN {n} THEN {Duck.Quote(model.Name)}"));
        string model = models.Length == 0 ? "NULL::VARCHAR" : $"CASE model {names} END";
        connection.CopyToParquet(
            $"SELECT {model} AS model, user_id, k, {Names(metric => metric)} FROM per_user",
            path,
            metadata
        );
    }

    private static string Names(Func<string, string> of) =>
        string.Join(", ", Metrics.Select(metric => of(MetricNames.Of(metric))));

    // One row per user and cutoff.
    private static void Append(DuckDBConnection connection, byte model, RankingResult ranking, UserMap users)
    {
        int cutoffs = ranking.Cutoffs.Count;
        int rows = ranking.Users.Count * cutoffs;
        ColumnAppender.Append(
            connection,
            "per_user",
            rows,
            [
                ColumnAppender.Column(_ => model),
                ColumnAppender.Column(row => users[new UserIndex(ranking.Users[row / cutoffs])].Value),
                ColumnAppender.Column(row => ranking.Cutoffs[row % cutoffs]),
                .. Metrics.Select(metric =>
                    ColumnAppender.Column(row => ranking.PerUser(metric, ranking.Cutoffs[row % cutoffs])[row / cutoffs])
                ),
            ]
        );
    }
}
