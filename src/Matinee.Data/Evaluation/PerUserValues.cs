using DuckDB.NET.Data;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Data.Folders;

namespace Matinee.Data;

/// <summary>An evaluation folder read back: its report and the evaluated model's values, user by user.</summary>
public sealed class PerUserValues
{
    private readonly string path;

    private PerUserValues(string path, EvaluationReport report)
    {
        this.path = path;
        Report = report;
    }

    public EvaluationReport Report { get; }

    /// <exception cref="MatineeException">The folder holds no evaluation, or a damaged one.</exception>
    public static PerUserValues Open(string folder)
    {
        string metrics = Path.Combine(folder, EvaluationFolder.MetricsFile);
        string perUser = Path.Combine(folder, EvaluationFolder.PerUserFile);
        if (!File.Exists(metrics) || !File.Exists(perUser))
        {
            throw new MatineeException(
                $"{folder} holds no evaluation. Make one with 'matinee evaluate --output-dir {folder}'."
            );
        }

        try
        {
            return new PerUserValues(perUser, EvaluationReport.FromJson(File.ReadAllText(metrics)));
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new MatineeException($"{metrics} is damaged: {exception.Message} Evaluate again.", exception);
        }
    }

    /// <summary>
    /// What each user adds to the evaluated model's strata: user id → numerator and denominator. Empty for an evaluation by
    /// an earlier version.
    /// </summary>
    public IReadOnlyDictionary<
        StratumKey,
        IReadOnlyDictionary<int, (double Numerator, double Denominator)>
    > ReadStrata()
    {
        string strata = Path.Combine(Path.GetDirectoryName(path)!, EvaluationFolder.StrataFile);
        var found = new Dictionary<StratumKey, SortedDictionary<int, (double, double)>>();
        if (File.Exists(strata))
        {
            ForEachRow(
                strata,
                "grouping, stratum, metric, k, user_id, numerator, denominator",
                "true",
                row =>
                {
                    var key = new StratumKey(
                        row.GetString(0),
                        row.GetString(1),
                        row.GetString(2),
                        row.IsDBNull(3) ? null : row.GetInt32(3)
                    );
                    if (!found.TryGetValue(key, out SortedDictionary<int, (double, double)>? users))
                    {
                        found.Add(key, users = []);
                    }

                    users.Add(row.GetInt32(4), (row.GetDouble(5), row.GetDouble(6)));
                }
            );
        }

        return found.ToDictionary(
            stratum => stratum.Key,
            IReadOnlyDictionary<int, (double, double)> (stratum) => stratum.Value
        );
    }

    /// <summary>The evaluated model's values at a cutoff by user id, ascending.</summary>
    public SortedDictionary<int, double> Read(RankingMetric metric, int k)
    {
        var values = new SortedDictionary<int, double>();
        ForEachRow(
            path,
            $"user_id, {MetricNames.Of(metric)}",
            $"k = {k}",
            row => values.Add(row.GetInt32(0), row.GetDouble(1))
        );
        return values;
    }

    /// <summary>
    /// The evaluated model's rating errors by user id, ascending: sums over the user's held-out ratings, and how many there are.
    /// Empty where there are no predictions.
    /// </summary>
    public SortedDictionary<int, (double Squared, double Absolute, double Count)> ReadRatingErrors()
    {
        string predictions = Path.Combine(Path.GetDirectoryName(path)!, EvaluationFolder.PredictionsFile);
        var errors = new SortedDictionary<int, (double, double, double)>();
        if (File.Exists(predictions))
        {
            Query(
                predictions,
                "SELECT user_id::INTEGER, sum((prediction - rating) ** 2), sum(abs(prediction - rating)), count(*)::DOUBLE "
                    + $"FROM read_csv({Duck.Quote(predictions)}, types = {{'rating': 'DOUBLE', 'prediction': 'DOUBLE'}}) "
                    + "GROUP BY user_id",
                row => errors.Add(row.GetInt32(0), (row.GetDouble(1), row.GetDouble(2), row.GetDouble(3)))
            );
        }

        return errors;
    }

    private void ForEachRow(string file, string columns, string condition, Action<DuckDBDataReader> onRow) =>
        Query(
            file,
            $"SELECT {columns} FROM read_parquet({Duck.Quote(file)}) "
                + $"WHERE model = {Duck.Quote(Report.Models[0].Name)} AND {condition}",
            onRow
        );

    private static void Query(string file, string sql, Action<DuckDBDataReader> onRow)
    {
        using DuckDBConnection connection = Duck.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            using DuckDBDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                onRow(reader);
            }
        }
        catch (DuckDBException exception)
        {
            throw new MatineeException($"{file} can't be read: {exception.Message} Evaluate again.", exception);
        }
    }
}

/// <summary>A stratum by its grouping and name, and what is measured in it.</summary>
public readonly record struct StratumKey(string Grouping, string Stratum, string Metric, int? K);
