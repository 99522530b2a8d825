using System.Globalization;
using System.Text;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>The lists and predictions behind the figures, so that anyone can compute the metrics again.</summary>
public static class ListFiles
{
    /// <summary>From here on lists are written to their tenth place: whole ones would take half a gigabyte.</summary>
    public const int ManyUsers = 50_000;
    private const int ShownOfMany = 10;

    /// <summary>
    /// <c>user_id,rank,movie_id,score</c>, in MovieLens ids; rank 1 is best. Of more than <see cref="ManyUsers"/> users the first ten
    /// places each.
    /// </summary>
    public static void WriteTopN(string path, UserMap users, MovieCatalog catalog, RankingResult result)
    {
        int longest = result.Users.Count > ManyUsers ? ShownOfMany : int.MaxValue;
        WriteBlocks(
            path,
            "user_id,rank,movie_id,score",
            result.Users.Count,
            (row, text) =>
            {
                UserId user = users[new UserIndex(result.Users[row])];
                ReadOnlySpan<ScoredItem> list = result.Lists[row];
                for (int n = 0; n < Math.Min(longest, list.Length); n++)
                {
                    ItemId movie = catalog.Items[new ItemIndex(list[n].Item)];
                    text.Append(CultureInfo.InvariantCulture, $"{user},{n + 1},{movie},{list[n].Score}\n");
                }
            }
        );
    }

    /// <summary>
    /// <c>user_id,movie_id,rating,prediction</c>, one row per held-out rating; then <c>prediction_timed</c> where the model was
    /// told when, and <c>standard_deviation,likelihood,liked,low,high</c> where it gives probabilities: that of the level given,
    /// that of liking the movie, and the ends of the 90% interval.
    /// </summary>
    public static void WritePredictions(string path, Dataset dataset, RatingResult result)
    {
        string timedName = result.TimedPredictions is null ? "" : ",prediction_timed";
        string chanceNames = result.Distributions is null ? "" : ",standard_deviation,likelihood,liked,low,high";
        WriteBlocks(
            path,
            $"user_id,movie_id,rating,prediction{timedName}{chanceNames}",
            result.Count,
            (n, text) =>
            {
                UserId user = dataset.Users[new UserIndex(result.Users[n])];
                ItemId movie = dataset.Catalog.Items[new ItemIndex(result.Items[n])];
                text.Append(CultureInfo.InvariantCulture, $"{user},{movie},{result.Actual[n]},{result.Predicted[n]}");
                if (result.TimedPredictions is { } timed)
                {
                    text.Append(CultureInfo.InvariantCulture, $",{timed[n]}");
                }

                if (result.Distributions is { } distributions)
                {
                    text.Append(Chances(distributions, result, n));
                }

                text.Append('\n');
            }
        );
    }

    // A few million lines: blocks of them are put into words by all cores and written in order.
    private static void WriteBlocks(string path, string header, int count, Action<int, StringBuilder> append)
    {
        const int Block = 2048;
        using StreamWriter writer = Create(path);
        writer.WriteLine(header);
        foreach (
            StringBuilder text in Enumerable
                .Range(0, (count + Block - 1) / Block)
                .AsParallel()
                .AsOrdered()
                .Select(block =>
                {
                    var lines = new StringBuilder();
                    for (int n = block * Block; n < Math.Min(count, (block + 1) * Block); n++)
                    {
                        append(n, lines);
                    }

                    return lines;
                })
        )
        {
            writer.Write(text);
        }
    }

    private static string Chances(RatingDistributions distributions, RatingResult result, int pair)
    {
        float likelihood = distributions.Of(pair)[distributions.Nearest(result.Actual[pair])];
        double liked = distributions.AtLeast(pair, RatingCalibration.LikedFrom);
        (float low, float high) = distributions.CentralInterval(pair);
        return string.Create(
            CultureInfo.InvariantCulture,
            $",{distributions.StandardDeviations[pair]},{likelihood},{(float)liked},{low},{high}"
        );
    }

    /// <summary><c>userId,movieId,rating,timestamp</c>, as in MovieLens files.</summary>
    public static void WritePairs(string path, UserMap users, MovieCatalog catalog, InteractionMatrix ratings)
    {
        using StreamWriter writer = Create(path);
        writer.WriteLine("userId,movieId,rating,timestamp");
        for (int row = 0; row < ratings.RowCount; row++)
        {
            for (int n = ratings.RowStarts[row]; n < ratings.RowStarts[row + 1]; n++)
            {
                ItemId movie = catalog.Items[new ItemIndex(ratings.Columns[n])];
                writer.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{users[new UserIndex(row)]},{movie},{ratings.Values[n]},{ratings.Timestamps[n]}"
                    )
                );
            }
        }
    }

    private static StreamWriter Create(string path) => new(path) { NewLine = "\n" };
}
