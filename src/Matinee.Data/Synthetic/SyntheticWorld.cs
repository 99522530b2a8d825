namespace Matinee.Data.Synthetic;

/// <summary>What is settled before the first user rates, and shared by all threads.</summary>
internal sealed class SyntheticWorld
{
    private SyntheticWorld(
        SyntheticOptions options,
        int[] ratingCounts,
        int[] tagCounts,
        ViewingPressure pressure,
        SyntheticCatalogue catalogue
    )
    {
        Options = options;
        RatingCounts = ratingCounts;
        TagCounts = tagCounts;
        Pressure = pressure;
        Catalogue = catalogue;
        Tables = new GroupTables(catalogue);
        Vocabulary = new TagVocabulary(options);
    }

    public SyntheticOptions Options { get; }

    /// <summary>By user.</summary>
    public IReadOnlyList<int> RatingCounts { get; }

    /// <summary>Tag applications by user.</summary>
    public IReadOnlyList<int> TagCounts { get; }

    public ViewingPressure Pressure { get; }
    public SyntheticCatalogue Catalogue { get; }
    public GroupTables Tables { get; }
    public TagVocabulary Vocabulary { get; }

    public static SyntheticWorld Create(SyntheticOptions options)
    {
        int[] ratingCounts = UserActivity.Draw(options);
        PopularityCurve curve = PopularityCurve.For(options);
        ViewingPressure pressure = ViewingPressure.Fit(curve, ratingCounts);
        return new SyntheticWorld(
            options,
            ratingCounts,
            TagPlan.Draw(options, ratingCounts),
            pressure,
            SyntheticCatalogue.Draw(options, curve, pressure.Weights)
        );
    }
}
