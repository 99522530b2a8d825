using Matinee.Core.Evaluation;
using Matinee.Core.Interactions.Splits;
using Matinee.Data.Raw;

namespace Matinee.Data;

/// <summary>
/// Evaluation tasks out of CSV files: new people with their first ratings, or new movies with who liked them. Neither may
/// be known to the dataset that the model was trained from.
/// </summary>
public static class GivenTasks
{
    private static readonly string[] RatingColumns = ["userId", "movieId", "rating", "timestamp?", "order?"];

    /// <param name="supportFile">
    /// Each new person's first ratings: <c>userId,movieId,rating</c>, in the order of a column <c>order</c>, else by
    /// <c>timestamp</c>. They are never recommended.
    /// </param>
    /// <param name="testFile">What they rated afterwards, in the same columns.</param>
    /// <param name="warn">Told what was left out.</param>
    /// <exception cref="MatineeException">A row is malformed or in both files, or somebody is known to the dataset.</exception>
    public static EvaluationTask ColdUsers(
        Dataset dataset,
        string supportFile,
        string testFile,
        double minRating,
        Action<string> warn
    )
    {
        var reading = RawReading.OfOwnFiles();
        List<GivenRating> support = Ratings(supportFile, reading);
        List<GivenRating> test = Ratings(testFile, reading);
        RefuseOverlap(support, supportFile, test, testFile);
        foreach (UserId user in support.Concat(test).Select(row => new UserId(row.User)).Distinct())
        {
            if (dataset.Users.TryGetIndex(user, out _))
            {
                throw new MatineeException(
                    $"User {user} of {supportFile} or {testFile} is in the training data, so they are not new. Train on "
                        + "ratings of other people."
                );
            }
        }

        HashSet<int> known = [.. support.Select(row => row.User)];
        int all = test.Count;
        test.RemoveAll(row => !known.Contains(row.User));
        if (test.Count < all)
        {
            warn($"{all - test.Count} of {all} test ratings are of people without a row in {supportFile}; left out.");
        }

        var users = new UserMap([.. known.Order()]);
        GivenItems items = GivenItems.Of(dataset.Catalog, support.Concat(test));
        var places = new Dictionary<(int User, int Movie), int>();
        foreach (IGrouping<int, GivenRating> person in support.GroupBy(row => row.User))
        {
            IEnumerable<GivenRating> inOrder = person
                .OrderBy(row => row.Order)
                .ThenBy(row => row.Timestamp)
                .ThenBy(row => row.Movie);
            foreach ((int place, GivenRating row) in inOrder.Index())
            {
                places[(row.User, row.Movie)] = place;
            }
        }

        InteractionMatrix seen = items.Matrix(users, support);
        InteractionMatrix given = seen.Where((_, item, _) => item < dataset.Catalog.RankedCount);
        InteractionMatrix heldOut = items.Matrix(users, test);
        var ranking = new RankingTask
        {
            Histories = given,
            Seen = seen,
            Training = Known(dataset),
            Relevant = heldOut.Where(rating => rating >= minRating),
            Catalog = dataset.Catalog,
            AreNewPeople = true,
        };
        return new EvaluationTask(SplitProtocol.ColdUser.Name(), ranking, heldOut, users)
        {
            NewPeople = new FirstRatings(
                given,
                (user, item) => places[(users[new UserIndex(user)].Value, items.Id(item))]
            ),
            Files = reading.Sources,
            PredictsRatings = false,
        };
    }

    /// <param name="candidatesFile">The new movies: a column <c>movieId</c>.</param>
    /// <param name="testFile">Who liked them: <c>userId,movieId,rating</c>; the users are the dataset's.</param>
    /// <param name="warn">Told what was left out.</param>
    /// <exception cref="MatineeException">A row is malformed, or a movie has ratings in the dataset.</exception>
    public static EvaluationTask ColdItems(
        Dataset dataset,
        string candidatesFile,
        string testFile,
        double minRating,
        Action<string> warn
    )
    {
        var reading = RawReading.OfOwnFiles();
        ItemId[] movies = MovieIdFile.Read(candidatesFile, reading);
        List<GivenRating> test = Ratings(testFile, reading);
        int[] candidates = NewItems(dataset, movies, candidatesFile);
        int before = test.Count;
        test.RemoveAll(row => !dataset.Users.TryGetIndex(new UserId(row.User), out _));
        if (test.Count < before)
        {
            warn($"{before - test.Count} of {before} test ratings are of users without training ratings; left out.");
        }

        GivenItems items = GivenItems.Of(dataset.Catalog, test);
        InteractionMatrix heldOut = items.Matrix(dataset.Users, test);
        InteractionMatrix known = Known(dataset);
        var ranking = new RankingTask
        {
            Histories = known,
            Relevant = heldOut.Where(
                (_, item, rating) => rating >= minRating && candidates.AsSpan().BinarySearch(item) >= 0
            ),
            Catalog = dataset.Catalog,
            Candidates = candidates,
        };
        return new EvaluationTask(SplitProtocol.ColdItem.Name(), ranking, heldOut, dataset.Users)
        {
            Files = reading.Sources,
            PredictsRatings = false,
        };
    }

    /// <summary>The movies' items, ascending.</summary>
    private static int[] NewItems(Dataset dataset, ItemId[] movies, string file)
    {
        if (movies.Length == 0)
        {
            throw new MatineeException($"{file} names no movies. Check the file.");
        }

        HashSet<int> rated = [.. dataset.Ratings.Items];
        var items = new SortedSet<int>();
        foreach (ItemId movie in movies)
        {
            if (!dataset.Catalog.Items.TryGetIndex(movie, out ItemIndex item))
            {
                throw new MatineeException(
                    $"{file} names movie {movie}, which the catalogue lacks, so nothing is known of it. "
                        + "Preprocess with the movies file that has it."
                );
            }

            if (rated.Contains(item.Value))
            {
                throw new MatineeException(
                    $"{file} names movie {movie}, which has ratings in the training data, so it is not new. "
                        + "Train without them."
                );
            }

            items.Add(item.Value);
        }

        return [.. items];
    }

    private static void RefuseOverlap(
        List<GivenRating> support,
        string supportFile,
        List<GivenRating> test,
        string testFile
    )
    {
        HashSet<(int, int)> given = [.. support.Select(row => (row.User, row.Movie))];
        foreach (GivenRating row in test)
        {
            if (given.Contains((row.User, row.Movie)))
            {
                throw new MatineeException(
                    $"User {row.User} and movie {row.Movie} stand in both {supportFile} and {testFile}: what is known can't be "
                        + "tested. Keep each pair in one of them."
                );
            }
        }
    }

    private static InteractionMatrix Known(Dataset dataset) => dataset.Matrix(SplitPart.Train, SplitPart.Validation);

    private static List<GivenRating> Ratings(string path, RawReading reading)
    {
        var rows = new List<GivenRating>();
        var pairs = new HashSet<(int, int)>();
        CsvTable.Read(
            RawFile.At(path),
            RatingColumns,
            reading,
            row =>
            {
                long timestamp = 0;
                long order = 0;
                if (
                    row.TryId(0, out int user)
                    && row.TryId(1, out int movie)
                    && row.TryRating(2, out float rating)
                    && (row.Text(3).IsEmpty || row.TryTimestamp(3, out timestamp))
                    && (row.Text(4).IsEmpty || row.TryTimestamp(4, out order))
                )
                {
                    if (!pairs.Add((user, movie)))
                    {
                        throw new MatineeException($"{path} holds user {user} and movie {movie} twice. Keep one line.");
                    }

                    rows.Add(new GivenRating(user, movie, rating, timestamp, order));
                }
            }
        );
        return rows.Count > 0 ? rows : throw new MatineeException($"{path} holds no ratings. Check the file.");
    }
}
