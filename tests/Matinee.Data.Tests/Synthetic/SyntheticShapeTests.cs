using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public class SyntheticShapeTests(SyntheticFixture fixture) : IClassFixture<SyntheticFixture>
{
    private IReadOnlyList<SyntheticRow> Ratings => fixture.Ratings;

    [Fact]
    public void Write_AnySize_HasTheCountsAskedFor()
    {
        Assert.Equal(200_000, Ratings.Count);
        Assert.Equal(Enumerable.Range(1, 1_500), Ratings.Select(rating => rating.User).Distinct());
        Assert.Equal(12_001, File.ReadLines(Path.Combine(fixture.Folder, "movies.csv")).Count());
        Assert.Equal(12_001, File.ReadLines(Path.Combine(fixture.Folder, "links.csv")).Count());
        Assert.Equal(12_346, File.ReadLines(Path.Combine(fixture.Folder, "tags.csv")).Count());
    }

    [Fact]
    public void Write_AnySize_OrdersByUserThenMovieWithoutRepetition()
    {
        Assert.All(Ratings, rating => Assert.InRange(rating.Movie, 1, 12_000));
        Assert.All(
            Ratings.Zip(Ratings.Skip(1)),
            pair =>
                Assert.True((pair.First.User, pair.First.Movie).CompareTo((pair.Second.User, pair.Second.Movie)) < 0)
        );
    }

    [Fact]
    public void Write_ManyUsers_ActivityHasALongTail()
    {
        int[] counts = [.. Ratings.CountBy(rating => rating.User).Select(user => user.Value).Order()];

        Assert.InRange(counts[0], 20, 25);
        Assert.InRange(counts[750], 50, 75);
        Assert.InRange(counts[^1], 2_500, 5_500);
        Assert.True(counts.TakeLast(150).Sum() > 0.4 * Ratings.Count);
    }

    [Fact]
    public void Write_ManyMovies_PopularityStartsAtHalfOfTheUsersAndHasALongTail()
    {
        int[] counts = [.. Ratings.CountBy(rating => rating.Movie).Select(movie => movie.Value).OrderDescending()];

        Assert.InRange(counts[0], 0.45 * 1_500, 0.57 * 1_500);
        Assert.InRange(counts.Take(1_200).Sum(), 0.4 * Ratings.Count, 0.9 * Ratings.Count);
        // Movies without ratings are not in the counts.
        Assert.InRange(12_000 - counts.Count(count => count >= 5), 0.25 * 12_000, 0.55 * 12_000);
    }

    [Fact]
    public void Write_ManyRatings_HistogramIsMovieLenss()
    {
        Dictionary<double, double> shares = Ratings
            .CountBy(rating => rating.Stars)
            .ToDictionary(level => level.Key, level => (double)level.Value / Ratings.Count);

        Assert.Equal(Enumerable.Range(1, 10).Select(level => level / 2.0), shares.Keys.Order());
        Assert.InRange(Ratings.Average(rating => rating.Stars), 3.4, 3.7);
        Assert.Equal(4.0, shares.MaxBy(level => level.Value).Key);
        Assert.Equal(0.266, shares[4.0], 0.03);
        Assert.Equal(0.196, shares[3.0], 0.03);
        Assert.Equal(0.145, shares[5.0], 0.03);
        Assert.Equal(0.016, shares[0.5], 0.01);
    }

    [Fact]
    public void Write_ManyRatings_TimesComeInSittingsWithTiesAndNotInOrderOfTheMovies()
    {
        Assert.All(Ratings, rating => Assert.InRange(rating.Timestamp, SittingClock.First, SittingClock.Last));
        long[] gaps =
        [
            .. Ratings
                .GroupBy(rating => rating.User)
                .SelectMany(user =>
                {
                    long[] times = [.. user.Select(rating => rating.Timestamp).Order()];
                    return times.Zip(times.Skip(1), (earlier, later) => later - earlier);
                }),
        ];

        Assert.InRange(gaps.Count(gap => gap == 0), 0.2 * gaps.Length, 0.5 * gaps.Length);
        Assert.True(gaps.Count(gap => gap <= 60) > 0.9 * gaps.Length);
        Assert.Contains(gaps, gap => gap > 30 * 86_400);
        Assert.Contains(
            Ratings.Zip(Ratings.Skip(1)),
            pair => pair.First.User == pair.Second.User && pair.First.Timestamp > pair.Second.Timestamp
        );
        int firstYear = DateTimeOffset.FromUnixTimeSeconds(Ratings.Min(rating => rating.Timestamp)).Year;
        int lastYear = DateTimeOffset.FromUnixTimeSeconds(Ratings.Max(rating => rating.Timestamp)).Year;
        Assert.Equal((1995, 2023), (firstYear, lastYear));
    }

    [Fact]
    public void Write_ManyRatings_MoviesDifferInQuality()
    {
        // Structure to learn: the movies' means differ by far more than chance would make them.
        double[] means =
        [
            .. Ratings
                .GroupBy(rating => rating.Movie)
                .Where(movie => movie.Count() >= 200)
                .Select(movie => movie.Average(rating => rating.Stars)),
        ];
        double mean = means.Average();
        double deviation = Math.Sqrt(means.Average(value => (value - mean) * (value - mean)));

        Assert.True(means.Length > 50);
        Assert.InRange(deviation, 0.25, 0.7);
    }

    [Fact]
    public void Summary_AfterWriting_SaysWhatIsInTheFiles()
    {
        SyntheticSummary summary = fixture.Summary;
        int[] perUser = [.. Ratings.CountBy(rating => rating.User).Select(user => user.Value).Order()];

        Assert.Equal(Ratings.Average(rating => rating.Stars), summary.MeanStars, 1e-9);
        Assert.Equal(Ratings.Count(rating => rating.Stars == 4.0), summary.ByHalfStars[7]);
        Assert.Equal(new CountRange(perUser[0], perUser[750], 200_000 / 1_500.0, perUser[^1]), summary.PerUser);
        Assert.Equal(Ratings.CountBy(rating => rating.Movie).Max(movie => movie.Value), summary.PerMovie.Most);
        Assert.Equal(200_000 / 12_000.0, summary.PerMovie.Mean);
        Assert.Equal(new DirectoryInfo(fixture.Folder).EnumerateFiles().Sum(file => file.Length), summary.Bytes);
    }

    [Fact]
    public void Write_Tags_AreOfRatedMoviesUniqueAndZipfLike()
    {
        HashSet<(string, string)> rated =
        [
            .. File.ReadLines(Path.Combine(fixture.Folder, "ratings.csv"))
                .Select(line => line.Split(','))
                .Select(row => (row[0], row[1])),
        ];
        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(fixture.Folder, "tags.csv")).Skip(1).Select(line => line.Split(',')),
        ];

        Assert.All(rows, row => Assert.Contains((row[0], row[1]), rated));
        Assert.Equal(rows.Length, rows.DistinctBy(row => (row[0], row[1], row[2])).Count());
        int[] counts = [.. rows.CountBy(row => row[2]).Select(tag => tag.Value).OrderDescending()];
        Assert.InRange(counts.Length, 800, 2_500);
        Assert.True(counts[0] > 20 * counts[counts.Length / 2]);
        Assert.InRange(rows.DistinctBy(row => row[0]).Count(), 60, 220);
    }
}
