namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Numbers the distinct words that rows are described by.</summary>
internal sealed class Vocabulary<T>
    where T : notnull
{
    private readonly int[][] features;

    private Vocabulary(int count, int[][] features)
    {
        Count = count;
        this.features = features;
    }

    public int Count { get; }

    /// <param name="leastRows">Words of fewer rows are left out.</param>
    public static Vocabulary<T> Of<TRow>(IEnumerable<TRow> rows, Func<TRow, IEnumerable<T>> wordsOf, int leastRows = 1)
    {
        T[][] words = [.. rows.Select(row => wordsOf(row).Distinct().ToArray())];
        Dictionary<T, int> numbers = words
            .SelectMany(own => own)
            .GroupBy(word => word)
            .Where(users => users.Count() >= leastRows)
            .Select(users => users.Key)
            .Order()
            .Select((word, number) => (word, number))
            .ToDictionary(pair => pair.word, pair => pair.number);
        return new Vocabulary<T>(
            numbers.Count,
            [.. words.Select(own => own.Where(numbers.ContainsKey).Select(word => numbers[word]).Order().ToArray())]
        );
    }

    public IReadOnlyList<int> FeaturesOf(int row) => features[row];

    /// <summary>1/√n: however many words a row has, they say as much together.</summary>
    public double Evenly(int row) => 1 / Math.Sqrt(Math.Max(1, features[row].Length));
}
