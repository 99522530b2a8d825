using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation.Reports;

/// <summary>The lists and predictions behind the figures, so that anyone can compute the metrics again.</summary>
public static class ListFiles
{
    /// <summary><c>user_id,rank,movie_id,score</c>, in MovieLens ids; rank 1 is best.</summary>
    public static void WriteTopN(string path, UserMap users, MovieCatalog catalog, RankingResult result)
    {
        using StreamWriter writer = Create(path);
        writer.WriteLine("user_id,rank,movie_id,score");
        for (int row = 0; row < result.Users.Count; row++)
        {
            UserId user = users[new UserIndex(result.Users[row])];
            ScoredItem[] list = result.Lists[row];
            for (int n = 0; n < list.Length; n++)
            {
                ItemId movie = catalog.Items[new ItemIndex(list[n].Item)];
                writer.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{user},{n + 1},{movie},{list[n].Score}")
                );
            }
        }
    }

    /// <summary>
    /// <c>user_id,movie_id,rating,prediction</c>, one row per held-out rating; then <c>prediction_timed</c> where the model was
    /// told when, and <c>standard_deviation,likelihood,liked,low,high</c> where it gives probabilities: that of the level given,
    /// that of liking the movie, and the ends of the 90% interval.
    /// </summary>
    public static void WritePredictions(string path, Dataset dataset, RatingResult result)
    {
        using StreamWriter writer = Create(path);
        writer.Write("user_id,movie_id,rating,prediction");
        writer.Write(result.TimedPredictions is null ? "" : ",prediction_timed");
        writer.WriteLine(result.Distributions is null ? "" : ",standard_deviation,likelihood,liked,low,high");
        for (int n = 0; n < result.Count; n++)
        {
            UserId user = dataset.Users[new UserIndex(result.Users[n])];
            ItemId movie = dataset.Catalog.Items[new ItemIndex(result.Items[n])];
            writer.Write(
                string.Create(CultureInfo.InvariantCulture, $"{user},{movie},{result.Actual[n]},{result.Predicted[n]}")
            );
            writer.Write(
                result.TimedPredictions is { } timed ? string.Create(CultureInfo.InvariantCulture, $",{timed[n]}") : ""
            );
            writer.WriteLine(result.Distributions is { } distributions ? Chances(distributions, result, n) : "");
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
