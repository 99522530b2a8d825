namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Numbers the distinct words that rows are described by.</summary>
internal sealed class Vocabulary<T>
    where T : notnull
{
    private readonly int[][] features;
    private readonly Dictionary<T, int> numbers;

    private Vocabulary(Dictionary<T, int> numbers, int[][] features)
    {
        this.numbers = numbers;
        this.features = features;
    }

    public int Count => numbers.Count;

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
            numbers,
            [.. words.Select(own => own.Where(numbers.ContainsKey).Select(word => numbers[word]).Order().ToArray())]
        );
    }

    public IReadOnlyList<int> FeaturesOf(int row) => features[row];

    /// <summary>The numbers of a row's words that was not among the rows; words without a number are left out.</summary>
    public int[] FeaturesOf(IEnumerable<T> words) =>
        [.. words.Distinct().Where(numbers.ContainsKey).Select(word => numbers[word]).Order()];

    /// <summary>1/√n: however many words a row has, they say as much together.</summary>
    public double Evenly(int row) => 1 / Math.Sqrt(Math.Max(1, features[row].Length));
}
