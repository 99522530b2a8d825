using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.ItemKnn;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;

namespace Matinee.Bench;

/// <summary>
/// New users of the fixed cold-user splits: their first k ratings are given, the liked movies (4 stars and more) after
/// the first ten are to be found. NDCG@10, mean of three seeds, with the paired interval against popularity.
/// </summary>
internal static class ColdUsersTable
{
    private const int ListLength = 10;
    private static readonly int[] Given = [1, 3, 5, 10];

    private static readonly Dictionary<string, Func<InteractionMatrix, IRanker>> Models = new()
    {
        ["ease"] = train => EaseTrainer.Train(train, new EaseOptions(), new TrainingContext()),
        ["als"] = train =>
            ImplicitAlsTrainer.Train(
                train,
                new ImplicitAlsOptions { UnobservedWeight = 0.2, Regularization = 0.01 },
                new TrainingContext()
            ),
        ["bm25"] = train => ItemKnnTrainer.Train(train, new ItemKnnOptions { Neighbors = 400 }, new TrainingContext()),
    };

    public static void Print(TextWriter output, string splits)
    {
        var values = new Dictionary<(string Row, int Given), List<double>>();
        for (int seed = 0; seed < 3; seed++)
        {
            var split = ColdUserSplit.Read(Path.Combine(splits, $"seed{seed}"));
            PopularityModel popularity = PopularityModel.Train(split.Train);
            Array.ForEach(Given, given => Add("popularity", given, split, popularity.Score));
            foreach ((string name, Func<InteractionMatrix, IRanker> train) in Models)
            {
                IRanker ranker = train(split.Train);
                var scorer = new ShortHistoryScorer(ranker, popularity);
                foreach (int given in Given)
                {
                    Add($"{name} alone", given, split, ranker.Score);
                    Add($"{name} in the engine", given, split, scorer.Score);
                }
            }
        }

        output.WriteLine($"{"", -20} {string.Join("  ", Given.Select(given => $"{$"k = {given}", -25}"))}");
        foreach (string row in values.Keys.Select(key => key.Row).Distinct())
        {
            output.WriteLine($"{row, -20} {string.Join("  ", Given.Select(given => Cell(row, given)))}");
        }

        void Add(string row, int given, ColdUserSplit split, ScoreAction score)
        {
            List<double> list = values.TryGetValue((row, given), out List<double>? known) ? known : [];
            values[(row, given)] = list;
            list.AddRange(split.Users.Select(user => Ndcg(split, user, given, score)));
        }

        string Cell(string row, int given)
        {
            PairedDifference result = PairedBootstrap.Compare(
                values[(row, given)].ToArray(),
                values[("popularity", given)].ToArray()
            );
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{result.MeanA:F4} [{result.Interval.Low, 7:+0.000;-0.000}, {result.Interval.High, 7:+0.000;-0.000}]"
            );
        }
    }

    private delegate void ScoreAction(UserHistory history, Span<float> scores);

    private static double Ndcg(ColdUserSplit split, ColdUser user, int given, ScoreAction score)
    {
        var scores = new float[split.Train.ColumnCount];
        score(user.History(given), scores);
        var list = new ScoredItem[ListLength];
        int found = TopK.Select(scores, user.Support, list);
        bool[] hits = [.. list.Take(found).Select(scored => user.Liked.Contains(scored.Item))];
        return HitMetrics.Ndcg(hits, ListLength, user.Liked.Count);
    }
}
