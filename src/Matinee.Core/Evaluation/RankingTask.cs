using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;

namespace Matinee.Core.Evaluation;

/// <summary>
/// A ranking task: for every user with a relevant held-out movie, order the candidates but those the user is known to
/// have seen, and look where the relevant ones stand.
/// </summary>
public sealed record RankingTask
{
    private readonly InteractionMatrix? seen;
    private readonly InteractionMatrix? training;

    /// <summary>What models see of the users: users × items.</summary>
    public required InteractionMatrix Histories { get; init; }

    /// <summary>
    /// What is to be found: users × items. An item beyond the catalogue stands for a movie that nobody can find: it
    /// counts as relevant all the same.
    /// </summary>
    public required InteractionMatrix Relevant { get; init; }

    public required MovieCatalog Catalog { get; init; }

    /// <summary>What is left out of the lists: users × items. Default: the histories.</summary>
    public InteractionMatrix Seen
    {
        get => seen ?? Histories;
        init => seen = value;
    }

    /// <summary>What the model learned from, by whatever users. Default: the histories.</summary>
    public InteractionMatrix Training
    {
        get => training ?? Histories;
        init => training = value;
    }

    /// <summary>Whether the users are not those of the training rows, so that their histories are visitors'.</summary>
    public bool AreNewPeople { get; init; }

    /// <summary>Items to order, ascending; null: every ranked one.</summary>
    public int[]? Candidates { get; init; }

    /// <summary>Order the relevant movies among a sample only; null: among all candidates.</summary>
    public SampledNegatives? Negatives { get; init; }

    /// <summary>List lengths k to report, ascending.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [5, 10, 20, 100];

    public int CandidateCount => Candidates?.Length ?? Catalog.RankedCount;

    /// <summary>The task that a dataset's split poses.</summary>
    /// <param name="known">Parts that the model has learned from; a new person's support part is known beside them.</param>
    /// <param name="heldOut">The part to find; only ratings of at least <paramref name="minRating"/> are relevant.</param>
    /// <param name="taggers">
    /// Who tagged what. For cold movies, what a user tagged is not asked of that user: the tag may tell who watched it.
    /// </param>
    public static RankingTask FromSplit(
        Dataset dataset,
        IReadOnlyList<SplitPart> known,
        SplitPart heldOut,
        double minRating = 0,
        TagPairs? taggers = null
    )
    {
        (InteractionMatrix training, InteractionMatrix held) = dataset.Matrices(known, heldOut);
        return Of(dataset, training, known, held, minRating, taggers);
    }

    /// <param name="training">What the model has learned from: the known parts' ratings.</param>
    /// <param name="held">All ratings of the part to find.</param>
    internal static RankingTask Of(
        Dataset dataset,
        InteractionMatrix training,
        IReadOnlyList<SplitPart> known,
        InteractionMatrix held,
        double minRating,
        TagPairs? taggers
    )
    {
        bool support = dataset.Ratings.CountOf(SplitPart.Support) > 0;
        bool coldItems = dataset.Manifest.Split.Protocol == SplitProtocol.ColdItem.Name();
        return new RankingTask
        {
            Histories = support ? dataset.Matrix([.. known, SplitPart.Support]) : training,
            Training = training,
            Relevant =
                minRating <= 0 && !coldItems
                    ? held
                    : held.Where(
                        (user, item, rating) =>
                            rating >= minRating && !(coldItems && taggers is not null && taggers.Contains(user, item))
                    ),
            Catalog = dataset.Catalog,
            Candidates = coldItems ? [.. held.Columns.ToArray().Distinct().Order()] : null,
        };
    }
}

/// <summary>A ranking among a few drawn movies: cheap, and known to reverse the order of models.</summary>
/// <param name="PerUser">Movies drawn beside the relevant ones, at least 1.</param>
public readonly record struct SampledNegatives(int PerUser, long Seed);
