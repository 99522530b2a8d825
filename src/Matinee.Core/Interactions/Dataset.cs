using Matinee.Core.Catalog;

namespace Matinee.Core.Interactions;

/// <summary>A preprocessed dataset in memory: ratings in dense indices, split, with the catalogue they refer to.</summary>
public sealed record Dataset(DatasetManifest Manifest, UserMap Users, MovieCatalog Catalog, RatingColumns Ratings)
{
    /// <summary>One row a user; null where the data says nothing of any of them.</summary>
    public UserAttributes? Attributes { get; init; }

    /// <summary>Users × ranked items, of the given parts only.</summary>
    public InteractionMatrix Matrix(params ReadOnlySpan<SplitPart> parts)
    {
        SplitPart[] wanted = parts.ToArray();
        return InteractionMatrix.FromRatings(Ratings, Users.Count, Catalog.RankedCount, wanted.Contains);
    }

    /// <summary>Two of them side by side: of the known parts, and of the one held out.</summary>
    internal (InteractionMatrix Known, InteractionMatrix HeldOut) Matrices(
        IReadOnlyList<SplitPart> known,
        SplitPart heldOut
    )
    {
        InteractionMatrix? held = null;
        InteractionMatrix? training = null;
        Parallel.Invoke(() => held = Matrix(heldOut), () => training = Matrix([.. known]));
        return (training!, held!);
    }
}
