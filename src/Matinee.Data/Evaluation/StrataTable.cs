using DuckDB.NET.Data;
using Matinee.Core.Evaluation;
using Matinee.Data.Folders;

namespace Matinee.Data;

/// <summary>What every user adds to every stratum: the value of one is the sum of numerators over that of denominators, of rmse
/// the root of that.</summary>
internal static class StrataTable
{
    public static void Write(string path, ModelEvaluation evaluation, IReadOnlyDictionary<string, string> metadata)
    {
        using DuckDBConnection connection = Duck.Open();
        connection.Execute(
            """
            CREATE TABLE strata (model VARCHAR, grouping VARCHAR, stratum VARCHAR, metric VARCHAR, k INTEGER,
                user_id INTEGER, numerator DOUBLE, denominator DOUBLE)
            """
        );
        using (DuckDBAppender appender = connection.CreateAppender("strata"))
        {
            foreach (EvaluatedModel model in evaluation.AllModels)
            {
                Append(appender, model.Name, model.Strata, model.Ranking?.Users ?? [], evaluation.Task.Users);
                int[] rated = [.. model.Ratings?.RatedUsers() ?? []];
                Append(appender, model.Name, model.RatingStrata, rated, evaluation.Task.Users);
            }
        }

        connection.CopyToParquet("SELECT * FROM strata", path, metadata);
    }

    /// <param name="rows">The users that the strata's sums are of, in their order.</param>
    private static void Append(
        DuckDBAppender appender,
        string model,
        IReadOnlyList<Stratum> strata,
        IReadOnlyList<int> rows,
        UserMap users
    )
    {
        foreach (Stratum stratum in strata)
        {
            Append(appender, model, stratum, rows, users);
        }
    }

    private static void Append(
        DuckDBAppender appender,
        string model,
        Stratum stratum,
        IReadOnlyList<int> rows,
        UserMap users
    )
    {
        for (int row = 0; row < stratum.Denominators.Length; row++)
        {
            if (stratum.Denominators[row] > 0)
            {
                appender
                    .CreateRow()
                    .AppendValue(model)
                    .AppendValue(stratum.Grouping)
                    .AppendValue(stratum.Name)
                    .AppendValue(stratum.Metric)
                    .AppendValue(stratum.K)
                    .AppendValue(users[new UserIndex(rows[row])].Value)
                    .AppendValue(stratum.Numerators[row])
                    .AppendValue(stratum.Denominators[row])
                    .EndRow();
            }
        }
    }
}
