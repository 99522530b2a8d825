namespace Matinee.Data.Demo;

/// <summary>A recognisable kind of moviegoer; a simulated user is a mix of a few.</summary>
/// <param name="Share">How common the taste is, relative to the others.</param>
/// <param name="Mainstream">How much a film's fame draws them: 1 fully, 0 not at all.</param>
/// <param name="EraCentre">The release year they like best.</param>
/// <param name="EraPull">How much 20 years away from it cost, on the scale of the weights; 0: any era will do.</param>
internal sealed record TasteArchetype(string Name, double Share, double Mainstream, int EraCentre, double EraPull)
{
    private const double YearsPerPull = 20;
    private const int FarthestYears = 60;

    /// <summary>Genres liked (positive) and disliked (negative).</summary>
    public required IReadOnlyDictionary<string, double> Genres { get; init; }

    /// <summary>Tags liked and disliked; worth as much as genres, and sharper.</summary>
    public required IReadOnlyDictionary<string, double> Tags { get; init; }

    /// <summary>How well the film fits the taste; comparable between films only.</summary>
    public double Fit(DemoMovie movie) =>
        movie.Genres.Sum(genre => Genres.GetValueOrDefault(genre)) / Math.Sqrt(movie.Genres.Count)
        + movie.Tags.Sum(tag => Tags.GetValueOrDefault(tag))
        + EraFit(movie.Year, EraCentre, EraPull);

    public static double EraFit(int year, int centre, double pull) =>
        -pull * Math.Min(Math.Abs(year - centre), FarthestYears) / YearsPerPull;
}
