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
                $"{folder} holds no evaluation. Make one with './matinee evaluate --output-dir {folder}'."
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
        var found = new Dictionary<StratumKey, IReadOnlyDictionary<int, (double, double)>>();
        if (!File.Exists(strata))
        {
            return found;
        }

        using DuckDBConnection connection = Duck.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SELECT grouping, stratum, metric, k, user_id, numerator, denominator FROM read_parquet({Duck.Quote(strata)}) "
            + $"WHERE model = {Duck.Quote(Report.Models[0].Name)}";
        try
        {
            using DuckDBDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                var key = new StratumKey(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetInt32(3)
                );
                if (!found.TryGetValue(key, out IReadOnlyDictionary<int, (double, double)>? users))
                {
                    found.Add(key, users = new SortedDictionary<int, (double, double)>());
                }

                ((SortedDictionary<int, (double, double)>)users).Add(
                    reader.GetInt32(4),
                    (reader.GetDouble(5), reader.GetDouble(6))
                );
            }
        }
        catch (DuckDBException exception)
        {
            throw new MatineeException($"{strata} can't be read: {exception.Message} Evaluate again.", exception);
        }

        return found;
    }

    /// <summary>The evaluated model's values at a cutoff by user id, ascending.</summary>
    public SortedDictionary<int, double> Read(RankingMetric metric, int k)
    {
        var values = new SortedDictionary<int, double>();
        using DuckDBConnection connection = Duck.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SELECT user_id, {MetricNames.Of(metric)} FROM read_parquet({Duck.Quote(path)}) "
            + $"WHERE model = {Duck.Quote(Report.Models[0].Name)} AND k = {k}";
        try
        {
            using DuckDBDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                values.Add(reader.GetInt32(0), reader.GetDouble(1));
            }
        }
        catch (DuckDBException exception)
        {
            throw new MatineeException($"{path} can't be read: {exception.Message} Evaluate again.", exception);
        }

        return values;
    }
}

/// <summary>A stratum by its grouping and name, and what is measured in it.</summary>
public readonly record struct StratumKey(string Grouping, string Stratum, string Metric, int K);
