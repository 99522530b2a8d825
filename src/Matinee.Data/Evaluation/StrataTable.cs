using DuckDB.NET.Data;
using Matinee.Core.Evaluation;
using Matinee.Data.Folders;

namespace Matinee.Data;

/// <summary>What every user adds to every stratum: the value of one is the sum of numerators over that of denominators.</summary>
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
            foreach (EvaluatedModel model in evaluation.AllModels.Where(model => model.Ranking is not null))
            {
                foreach (Stratum stratum in model.Strata)
                {
                    Append(appender, model, stratum, evaluation.Task.Users);
                }
            }
        }

        connection.CopyToParquet("SELECT * FROM strata", path, metadata);
    }

    private static void Append(DuckDBAppender appender, EvaluatedModel model, Stratum stratum, UserMap users)
    {
        for (int row = 0; row < stratum.Denominators.Length; row++)
        {
            if (stratum.Denominators[row] > 0)
            {
                appender
                    .CreateRow()
                    .AppendValue(model.Name)
                    .AppendValue(stratum.Grouping)
                    .AppendValue(stratum.Name)
                    .AppendValue(stratum.Metric)
                    .AppendValue(stratum.K)
                    .AppendValue(users[new UserIndex(model.Ranking!.Users[row])].Value)
                    .AppendValue(stratum.Numerators[row])
                    .AppendValue(stratum.Denominators[row])
                    .EndRow();
            }
        }
    }
}
