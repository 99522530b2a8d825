using System.Globalization;
using DuckDB.NET.Data;
using Matinee.Core.Evaluation;
using Matinee.Data.Folders;

namespace Matinee.Data;

/// <summary>What every user adds to every stratum: the value of one is the sum of numerators over that of denominators, of rmse
/// the root of that.</summary>
internal static class StrataTable
{
    // Rows' users are those that the stratum's sums are of, in their order.
    private readonly record struct Part(string Model, Stratum Stratum, IReadOnlyList<int> Users);

    public static void Write(string path, ModelEvaluation evaluation, IReadOnlyDictionary<string, string> metadata)
    {
        Part[] parts = [.. evaluation.AllModels.SelectMany(Parts)];
        int rows = parts.Sum(part => part.Stratum.Denominators.Count(share => share > 0));
        var stratum = new int[rows];
        var users = new int[rows];
        var numerators = new double[rows];
        var denominators = new double[rows];
        int next = 0;
        foreach ((int n, Part part) in parts.Index())
        {
            for (int row = 0; row < part.Stratum.Denominators.Length; row++)
            {
                if (part.Stratum.Denominators[row] > 0)
                {
                    stratum[next] = n;
                    users[next] = evaluation.Task.Users[new UserIndex(part.Users[row])].Value;
                    numerators[next] = part.Stratum.Numerators[row];
                    denominators[next++] = part.Stratum.Denominators[row];
                }
            }
        }

        using var lent = new LentColumns([
            LentColumns.Of("stratum", stratum),
            LentColumns.Of("user_id", users),
            LentColumns.Of("numerator", numerators),
            LentColumns.Of("denominator", denominators),
        ]);
        using DuckDBConnection connection = Duck.Open();
        lent.CreateView(connection, "sums");
        string texts = string.Join(
            ", ",
            Text("model", parts, part => part.Model),
            Text("grouping", parts, part => part.Stratum.Grouping),
            Text("stratum", parts, part => part.Stratum.Name),
            Text("metric", parts, part => part.Stratum.Metric)
        );
        string k = Duck.ValueAt(
            "stratum",
            "INTEGER",
            parts.Select(part => part.Stratum.K?.ToString(CultureInfo.InvariantCulture) ?? "NULL")
        );
        connection.CopyToParquet(
            $"SELECT {texts}, {k} AS k, user_id, numerator, denominator FROM sums",
            path,
            metadata
        );
    }

    private static IEnumerable<Part> Parts(EvaluatedModel model)
    {
        int[] rated = [.. model.Ratings?.RatedUsers() ?? []];
        return model
            .Strata.Select(stratum => new Part(model.Name, stratum, model.Ranking?.Users ?? []))
            .Concat(model.RatingStrata.Select(stratum => new Part(model.Name, stratum, rated)));
    }

    private static string Text(string name, Part[] parts, Func<Part, string> value) =>
        $"{Duck.ValueAt("stratum", "VARCHAR", parts.Select(part => Duck.Quote(value(part))))} AS {name}";
}
