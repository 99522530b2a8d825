using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;
using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>What a model is asked, and of whom: posed by a dataset's split, or by files of one's own.</summary>
/// <param name="Protocol">How it came to be: a split protocol's name.</param>
/// <param name="Ranking">What is to be ranked and found.</param>
/// <param name="HeldOut">The held-out ratings, relevant or not; users × items.</param>
/// <param name="Users">The users of the rows.</param>
public sealed record EvaluationTask(string Protocol, RankingTask Ranking, InteractionMatrix HeldOut, UserMap Users)
{
    private const long DrawnUsersStream = 0x55534552; // "USER"

    /// <summary>New people's ratings in order; null where the users are known.</summary>
    public FirstRatings? NewPeople { get; init; }

    /// <summary>How many ratings are held out.</summary>
    public int HeldOutCount { get; init; } = HeldOut.EntryCount;

    /// <summary>Files that posed the task; empty where the dataset did.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    /// <summary>Whether held-out ratings are predicted too; they can't where movies are beyond the models.</summary>
    public bool PredictsRatings { get; init; } = true;

    /// <summary>Whether a model may be told when each held-out rating is given (<see cref="RatingTimes"/>). Default: no.</summary>
    public bool TellsTimes { get; init; }

    /// <summary>Who tagged what; null where nobody looked.</summary>
    public TagPairs? Taggers { get; init; }

    /// <summary>From how many users those of the task were drawn; null where all are asked.</summary>
    public int? DrawnFrom { get; private init; }

    /// <summary>The same task for some of its users alone; itself where there are no more than that.</summary>
    /// <param name="count">Users to draw, of those with a relevant movie.</param>
    public EvaluationTask OfDrawnUsers(int count, long seed)
    {
        InteractionMatrix relevant = Ranking.Relevant;
        if (RowSample.Drawn(relevant, count, new CounterRandom(seed, DrawnUsersStream)) is not { } drawn)
        {
            return this;
        }

        InteractionMatrix heldOut = HeldOut.Where((user, _, _) => drawn[user]);
        return this with
        {
            Ranking = Ranking with { Relevant = relevant.Where((user, _, _) => drawn[user]) },
            HeldOut = heldOut,
            HeldOutCount = heldOut.EntryCount,
            DrawnFrom = RowSample.Count(relevant),
        };
    }

    /// <exception cref="MatineeException">The dataset has no test part.</exception>
    public static EvaluationTask FromDataset(Dataset dataset, double minRating, TagPairs? taggers = null)
    {
        DatasetManifest manifest = dataset.Manifest;
        if (manifest.Counts.TestRatings == 0)
        {
            throw new MatineeException(
                "The dataset has no test part. Preprocess it with --test-fraction above 0, or with a --test-file beside the "
                    + "--train-file, and train again; or evaluate on new people or movies by a --test-file of your own."
            );
        }

        bool newPeople = manifest.Split.Protocol == SplitProtocol.ColdUser.Name();
        SplitPart[] known = [SplitPart.Train, SplitPart.Validation];
        (InteractionMatrix training, InteractionMatrix heldOut) = dataset.Matrices(known, SplitPart.Test);
        RankingTask ranking = RankingTask.Of(dataset, training, known, heldOut, minRating, taggers);
        return new EvaluationTask(
            manifest.Split.Protocol,
            ranking with
            {
                AreNewPeople = newPeople,
            },
            heldOut,
            dataset.Users
        )
        {
            NewPeople = newPeople ? FirstRatings.ByTime(dataset.Matrix(SplitPart.Support)) : null,
            TellsTimes = RatingTimes.MayBeTold(manifest.Split, ranking.Histories, heldOut),
            Taggers = taggers,
        };
    }
}
