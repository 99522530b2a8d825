using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Evaluation;

/// <summary>
/// A full-ranking task: for every user with a relevant held-out movie, order all ranked movies but those of the
/// user's history, and look where the relevant ones stand.
/// </summary>
public sealed record RankingTask
{
    /// <summary>What models see: users × ranked items.</summary>
    public required InteractionMatrix Histories { get; init; }

    /// <summary>What is to be found: users × ranked items.</summary>
    public required InteractionMatrix Relevant { get; init; }

    public required MovieCatalog Catalog { get; init; }

    /// <summary>List lengths k to report, ascending.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [5, 10, 20, 100];

    /// <summary>The task that a dataset's split poses.</summary>
    /// <param name="known">Parts that count as history.</param>
    /// <param name="heldOut">The part to find; only ratings of at least <paramref name="minRating"/> are relevant.</param>
    public static RankingTask FromSplit(
        Dataset dataset,
        IReadOnlyList<SplitPart> known,
        SplitPart heldOut,
        double minRating = 0
    )
    {
        return new RankingTask
        {
            Histories = dataset.Matrix([.. known]),
            Relevant = dataset.Matrix(heldOut).Where(rating => rating >= minRating),
            Catalog = dataset.Catalog,
        };
    }
}
