using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Models.Blend;

/// <summary>The order neighbours by their definition, with a dictionary of pairs in double precision: the slow twin.</summary>
internal sealed class SlowOrder
{
    private readonly int[] counts;
    private readonly Dictionary<(int Item, int Other), double> forward = [];
    private readonly Dictionary<(int Item, int Other), double> backward = [];

    public SlowOrder(InteractionMatrix ratings)
    {
        counts = ratings.ColumnCounts();
        for (int user = 0; user < ratings.RowCount; user++)
        {
            int[] order = LatestFirst(ratings.History(new UserIndex(user)), ratings.ColumnCount)
                .Select(n => ratings.History(new UserIndex(user)).Items[n])
                .Reverse()
                .ToArray();
            for (int a = 0; a < order.Length; a++)
            {
                for (int b = a + 1; b < order.Length && b <= a + 10; b++)
                {
                    Add(forward, order[a], order[b], 1.0 / (b - a));
                    Add(backward, order[b], order[a], 1.0 / (b - a));
                }
            }
        }

        int all = forward.Count + backward.Count;
        forward = Heaviest(forward);
        backward = Heaviest(backward);
        Dropped = all - forward.Count - backward.Count;
    }

    /// <summary>How many pairs weighed too little to be kept.</summary>
    public int Dropped { get; }

    /// <summary>Each history entry's term of the sum.</summary>
    public double[] Terms(UserHistory history, int item, bool near)
    {
        var terms = new double[history.Count];
        double decay = 1;
        foreach (int n in LatestFirst(history, counts.Length).Take(5))
        {
            int rated = history.Items[n];
            double weight = forward.GetValueOrDefault((rated, item));
            weight += near ? backward.GetValueOrDefault((rated, item)) : 0;
            terms[n] = weight == 0 ? 0 : decay * weight / Math.Sqrt(counts[rated]) / Math.Sqrt(counts[item] + 3);
            decay *= 0.8;
        }

        return terms;
    }

    public double Score(UserHistory history, int item, bool near) => Math.Sqrt(Terms(history, item, near).Sum());

    private static int[] LatestFirst(UserHistory history, int items) =>
        [
            .. Enumerable
                .Range(0, history.Count)
                .Where(n => history.Items[n] < items)
                .OrderByDescending(n => history.Timestamps[n])
                .ThenByDescending(n => history.Items[n]),
        ];

    private static void Add(Dictionary<(int Item, int Other), double> weights, int item, int other, double weight) =>
        weights[(item, other)] = weights.GetValueOrDefault((item, other)) + weight;

    // Rounded, so that equal sums of thirds and sevenths are equal.
    private static Dictionary<(int Item, int Other), double> Heaviest(
        Dictionary<(int Item, int Other), double> weights
    ) =>
        weights
            .GroupBy(pair => pair.Key.Item)
            .SelectMany(pairs =>
                pairs.OrderByDescending(pair => Math.Round(pair.Value, 9)).ThenBy(pair => pair.Key.Other).Take(200)
            )
            .ToDictionary();
}
