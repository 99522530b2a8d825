using Matinee.Core.Interactions;

namespace Matinee.Core.Ranking;

/// <summary>One thing that a recommended movie's score rests on.</summary>
/// <param name="Share">Its part of everything that speaks for the movie, above 0 and at most 1.</param>
public abstract record Reason(double Share)
{
    /// <summary>A movie of the user's history, liked or not: a score rests on what was watched, whatever its stars.</summary>
    /// <param name="Rating">The user's stars.</param>
    /// <param name="Liked">At least 4 stars, or at least 3 and no lower than the user's mean.</param>
    public sealed record RatedMovie(ItemIndex Movie, float Rating, bool Liked, double Share) : Reason(Share);

    /// <summary>Many people rated it: what carries a list as long as little is known about its owner.</summary>
    /// <param name="Raters">Its ratings in the training data.</param>
    /// <param name="Users">All users of the training data.</param>
    public sealed record Popularity(int Raters, int Users, double Share) : Reason(Share);

    /// <summary>People rated it well, for a model that ranks by that alone.</summary>
    /// <param name="Stars">Their mean, drawn towards the mean of all ratings where raters are few.</param>
    public sealed record RatedWell(float Stars, int Raters, double Share) : Reason(Share);
}

/// <param name="Reasons">At most three, the one to name first first; empty where nothing the user rated speaks for it.</param>
public sealed record Explanation(ItemIndex Item, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Which of the movie's texts speak for it; null where none does or the model does not choose between texts.</summary>
    public TextReason? Texts { get; init; }
}
