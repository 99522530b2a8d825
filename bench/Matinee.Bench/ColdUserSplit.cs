using System.Globalization;
using Matinee.Core.Interactions;

namespace Matinee.Bench;

/// <param name="Ordered">The first ratings in the order they were given: item index and stars.</param>
/// <param name="Support">The same items, ascending: never recommended.</param>
internal sealed record ColdUser((int Item, float Rating)[] Ordered, int[] Support, HashSet<int> Liked)
{
    public UserHistory History(int given)
    {
        (int Item, float Rating)[] first = [.. Ordered.Take(given).OrderBy(entry => entry.Item)];
        return new UserHistory(
            first.Select(entry => entry.Item).ToArray(),
            first.Select(entry => entry.Rating).ToArray(),
            new long[first.Length]
        );
    }
}

/// <summary>train.csv, support.csv (with the column order) and test.csv of a cold-user split.</summary>
internal sealed record ColdUserSplit(InteractionMatrix Train, IReadOnlyList<ColdUser> Users)
{
    public static ColdUserSplit Read(string folder)
    {
        List<double[]> train = Rows(folder, "train.csv");
        List<double[]> support = Rows(folder, "support.csv");
        List<double[]> test = Rows(folder, "test.csv");
        Dictionary<double, int> items = Index(train.Concat(support).Concat(test).Select(row => row[1]));
        Dictionary<double, int> users = Index(train.Select(row => row[0]));
        var columns = new RatingColumns(
            [.. train.Select(row => users[row[0]])],
            [.. train.Select(row => items[row[1]])],
            [.. train.Select(row => (float)row[2])],
            [.. train.Select(row => (long)row[3])],
            new SplitPart[train.Count]
        );
        ILookup<double, int> liked = test.Where(row => row[2] >= 4).ToLookup(row => row[0], row => items[row[1]]);
        return new ColdUserSplit(
            InteractionMatrix.FromRatings(columns, users.Count, items.Count, _ => true),
            [
                .. support
                    .GroupBy(row => row[0])
                    .Where(user => liked.Contains(user.Key))
                    .Select(user => User([.. user.OrderBy(row => row[4])], items, [.. liked[user.Key]])),
            ]
        );
    }

    private static ColdUser User(double[][] rows, Dictionary<double, int> items, HashSet<int> liked) =>
        new(
            [.. rows.Select(row => (items[row[1]], (float)row[2]))],
            [.. rows.Select(row => items[row[1]]).Order()],
            liked
        );

    private static Dictionary<double, int> Index(IEnumerable<double> ids) =>
        ids.Distinct().Order().Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);

    private static List<double[]> Rows(string folder, string file) =>
        [
            .. File.ReadLines(Path.Combine(folder, file))
                .Skip(1)
                .Select(line =>
                    line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()
                ),
        ];
}
