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
