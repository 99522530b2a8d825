using System.Globalization;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>The best ten unseen movies of a trained model for some of its users: with a score for every movie, and without.</summary>
internal static class ModelRetrievalTable
{
    private const int MostUsers = 500;
    private const int Rounds = 3;

    public static void Print(TextWriter output, string modelPath)
    {
        ModelBundle bundle = ModelBundle.Load(modelPath, ModelKinds.Core);
        if (bundle is not { Model: IRetriever model, Histories: { } histories })
        {
            throw new MatineeException($"{modelPath} has no histories, or scores every movie in any case. Train als.");
        }

        int step = Math.Max(1, histories.Users.IdByIndex.Length / MostUsers);
        UserHistory[] people =
        [
            .. histories
                .Users.IdByIndex.ToArray()
                .Index()
                .Where(user => user.Index % step == 0)
                .Select(user => Of(histories, user.Item)),
        ];
        var everyScore = new double[people.Length];
        var retrieval = new double[people.Length];
        var scores = new float[model.ItemCount];
        var slow = new ScoredItem[10];
        var fast = new ScoredItem[10];
        int same = 0;
        for (int round = 0; round < Rounds; round++)
        {
            same = 0;
            for (int n = 0; n < people.Length; n++)
            {
                UserHistory person = people[n];
                var leftOut = new ulong[ItemBits.Words(model.ItemCount)];
                ItemBits.Add(leftOut, person.Items);
                everyScore[n] = Clock.Milliseconds(() =>
                {
                    model.Score(person, scores);
                    TopK.SelectWithout(scores, leftOut, slow);
                });
                retrieval[n] = Clock.Milliseconds(() => model.Retrieve(person, leftOut, fast));
                same += slow.SequenceEqual(fast) ? 1 : 0;
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.ItemCount} movies, {people.Length} users, folding in included; medians: {Median(everyScore):F3} ms with every score, "
                    + $"{Median(retrieval):F3} ms without; {same} lists are the same"
            )
        );
    }

    private static UserHistory Of(BundleHistories histories, int user) =>
        histories.TryGet(new UserId(user), out UserHistory? history) ? history : UserHistory.Empty;

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
