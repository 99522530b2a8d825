using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Models;

namespace Matinee.Bench;

/// <summary>What an application pays for answers in its own process: one thread, every user in turn, the best of nine rounds.</summary>
internal static class InProcessTable
{
    private const int Rounds = 9;
    private const int MostUsers = 2_000;

    public static void Print(TextWriter output, string modelPath)
    {
        long start = Stopwatch.GetTimestamp();
        MovieRecommender recommender = MovieRecommender.Load(modelPath);
        double load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        int[] users = Users(modelPath);
        int[] movies = [.. users.Select(user => recommender.Recommend(user)[0].Movie.Id.Value)];
        var ratings = users.Select(user => recommender.RatingsOf(user).Take(20).ToArray()).ToArray();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{recommender.Model.Model}, {users.Length} users, {recommender.Movies.Count} movies; loaded in {load:0} ms"
            )
        );
        Row("ten movies for a user", n => recommender.Recommend(users[n]));
        Row("with reasons", n => recommender.Recommend(users[n], new RecommendOptions { Explain = true }));
        Row("with diversity", n => recommender.Recommend(users[n], new RecommendOptions { Diversity = 0.22 }));
        Row("ten movies from 20 ratings", n => recommender.Recommend(ratings[n]));
        Row("ten similar movies", n => recommender.SimilarTo(movies[n]));
        Row("a predicted rating", n => recommender.Predict(users[n], movies[n]));

        void Row(string what, Func<int, object?> ask)
        {
            double best = Enumerable.Range(0, Rounds).Min(_ => Round(ask));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what, -30}{best, 8:0.000} ms"));
        }

        double Round(Func<int, object?> ask)
        {
            long from = Stopwatch.GetTimestamp();
            for (int n = 0; n < users.Length; n++)
            {
                ask(n);
            }

            return Stopwatch.GetElapsedTime(from).TotalMilliseconds / users.Length;
        }
    }

    private static int[] Users(string modelPath) =>
        Core.Artifacts.ModelBundle.Load(modelPath, ModelKinds.Core).Histories is { } histories
            ? [.. histories.Users.IdByIndex.ToArray().Take(MostUsers)]
            : throw new Core.MatineeException($"{modelPath} has no histories: there is nobody to recommend to.");
}
