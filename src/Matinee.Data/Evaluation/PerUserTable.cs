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
        using var lent = new LentColumns([
            LentColumns.Of("model", Each<int>(models, (model, _, _) => model)),
            LentColumns.Of(
                "user_id",
                Each(
                    models,
                    (_, ranking, row) =>
                        evaluation.Task.Users[new UserIndex(ranking.Users[row / ranking.Cutoffs.Count])].Value
                )
            ),
            LentColumns.Of("k", Each(models, (_, ranking, row) => ranking.Cutoffs[row % ranking.Cutoffs.Count])),
            .. Metrics.Select(metric => LentColumns.Of(MetricNames.Of(metric), Values(models, metric))),
        ]);
        using DuckDBConnection connection = Duck.Open();
        lent.CreateView(connection, "per_user");
        string name = Duck.ValueAt("model", "VARCHAR", models.Select(model => Duck.Quote(model.Name)));
        string metrics = string.Join(", ", Metrics.Select(MetricNames.Of));
        connection.CopyToParquet($"SELECT {name} AS model, user_id, k, {metrics} FROM per_user", path, metadata);
    }

    private static double[] Values(EvaluatedModel[] models, RankingMetric metric)
    {
        var values = new double[Rows(models)];
        int start = 0;
        foreach (EvaluatedModel model in models)
        {
            RankingResult ranking = model.Ranking!;
            int cutoffs = ranking.Cutoffs.Count;
            for (int cutoff = 0; cutoff < cutoffs; cutoff++)
            {
                ReadOnlySpan<double> perUser = ranking.PerUser(metric, ranking.Cutoffs[cutoff]);
                for (int user = 0; user < perUser.Length; user++)
                {
                    values[start + (user * cutoffs) + cutoff] = perUser[user];
                }
            }

            start += ranking.Users.Count * cutoffs;
        }

        return values;
    }

    // Per model one row for each user and cutoff.
    private static T[] Each<T>(EvaluatedModel[] models, Func<int, RankingResult, int, T> valueAt)
    {
        var values = new T[Rows(models)];
        int next = 0;
        for (int model = 0; model < models.Length; model++)
        {
            RankingResult ranking = models[model].Ranking!;
            for (int row = 0; row < ranking.Users.Count * ranking.Cutoffs.Count; row++)
            {
                values[next++] = valueAt(model, ranking, row);
            }
        }

        return values;
    }

    private static int Rows(EvaluatedModel[] models) =>
        models.Sum(model => model.Ranking!.Users.Count * model.Ranking.Cutoffs.Count);
}
