namespace Matinee.Api.Online;

/// <summary>Where it is kept what was shown and what came of it, of all processes together.</summary>
internal interface IOutcomeStore
{
    /// <summary>A secret that all processes on the store share; made by the first.</summary>
    Task<byte[]> KeyAsync(CancellationToken cancellation);

    /// <summary>Adds both, all or none; an outcome of the same list, movie and kind replaces the one before.</summary>
    Task AddAsync(
        IReadOnlyCollection<ShownLists> shown,
        IReadOnlyCollection<Outcome> outcomes,
        CancellationToken cancellation
    );

    /// <summary>By model, the last shown first.</summary>
    Task<IReadOnlyList<ModelOutcomes>> SumsAsync(CancellationToken cancellation);
}

/// <param name="Day">Days since 1970 UTC.</param>
/// <param name="Movies">In those lists.</param>
internal sealed record ShownLists(string Model, int Day, long Lists, long Movies);

/// <summary>What was shown of a model, and what came of it.</summary>
/// <param name="FirstDay">Days since 1970 UTC.</param>
/// <param name="LastDay">Days since 1970 UTC.</param>
/// <param name="Movies">Shown, in all lists.</param>
/// <param name="Clicked">Of the movies shown.</param>
/// <param name="StarSum">Of the ratings.</param>
/// <param name="Liked">Ratings of four stars or more.</param>
internal sealed record ModelOutcomes(
    string Model,
    int FirstDay,
    int LastDay,
    long Lists,
    long Movies,
    long Clicked,
    long Watched,
    long Rated,
    double StarSum,
    long Liked
);
