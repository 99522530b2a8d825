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
        IEnumerable<string> metrics = Metrics.Select(metric => $"{MetricNames.Of(metric)} DOUBLE");
        using DuckDBConnection connection = Duck.Open();
        connection.Execute(
            $"CREATE TABLE per_user (model VARCHAR, user_id INTEGER, k INTEGER, {string.Join(", ", metrics)})"
        );
        using (DuckDBAppender appender = connection.CreateAppender("per_user"))
        {
            foreach (EvaluatedModel model in evaluation.AllModels)
            {
                if (model.Ranking is { } ranking)
                {
                    Append(appender, model.Name, ranking, evaluation.Task.Users);
                }
            }
        }

        connection.CopyToParquet("SELECT * FROM per_user", path, metadata);
    }

    private static void Append(DuckDBAppender appender, string model, RankingResult ranking, UserMap users)
    {
        for (int row = 0; row < ranking.Users.Count; row++)
        {
            UserId user = users[new UserIndex(ranking.Users[row])];
            foreach (int k in ranking.Cutoffs)
            {
                IDuckDBAppenderRow line = appender.CreateRow();
                line.AppendValue(model).AppendValue(user.Value).AppendValue(k);
                foreach (RankingMetric metric in Metrics)
                {
                    line.AppendValue(ranking.PerUser(metric, k)[row]);
                }

                line.EndRow();
            }
        }
    }
}
