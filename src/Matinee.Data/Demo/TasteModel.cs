using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>
/// How much each user is drawn to each film: a few archetypes, mixed, plus likings of their own (genres, an era, and
/// the tags of a handful of films that left a mark).
/// </summary>
internal sealed class TasteModel
{
    private const double PersonalWeight = 0.6;
    private const int FormativeFilms = 6;
    private readonly IReadOnlyList<DemoMovie> movies;
    private readonly double[][] archetypeFits;
    private readonly long seed;

    public TasteModel(IReadOnlyList<DemoMovie> movies, long seed)
    {
        this.movies = movies;
        this.seed = seed;
        archetypeFits =
        [
            .. TasteArchetypes.All.Select(archetype =>
            {
                double[] fits = [.. movies.Select(archetype.Fit)];
                Standardize(fits);
                return fits;
            }),
        ];
    }

    public UserTaste Draw(int user)
    {
        var draws = new Draws(seed, DrawPurpose.Taste, user);
        double[] affinities = new double[movies.Count];
        double mainstream = 0;
        double total = 0;
        foreach (double weight in (ReadOnlySpan<double>)[1, draws.Uniform(0.2, 0.9), draws.Uniform(0, 0.4)])
        {
            int archetype = DrawArchetype(draws);
            AddScaled(affinities, archetypeFits[archetype], weight);
            mainstream += weight * TasteArchetypes.All[archetype].Mainstream;
            total += weight;
        }

        Standardize(affinities);
        double[] personal = DrawPersonal(draws);
        AddScaled(affinities, personal, PersonalWeight);
        Standardize(affinities);
        return new UserTaste(affinities, mainstream / total);
    }

    private static int DrawArchetype(Draws draws)
    {
        double point = draws.Uniform() * TasteArchetypes.All.Sum(archetype => archetype.Share);
        int chosen = 0;
        while (chosen < TasteArchetypes.All.Count - 1 && point >= TasteArchetypes.All[chosen].Share)
        {
            point -= TasteArchetypes.All[chosen].Share;
            chosen++;
        }

        return chosen;
    }

    private double[] DrawPersonal(Draws draws)
    {
        var genres = DemoCatalogue.Genres.ToDictionary(genre => genre, _ => 0.5 * draws.Normal());
        var tags = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int n = 0; n < FormativeFilms; n++)
        {
            foreach (string tag in movies[draws.Below(movies.Count)].Tags)
            {
                tags[tag] = tags.GetValueOrDefault(tag) + 0.5;
            }
        }

        var own = new TasteArchetype(
            "own",
            Share: 0,
            Mainstream: 0,
            EraCentre: 1965 + draws.Below(60),
            EraPull: draws.Uniform(0, 0.5)
        )
        {
            Genres = genres,
            Tags = tags,
        };
        double[] fits = [.. movies.Select(own.Fit)];
        Standardize(fits);
        return fits;
    }

    private static void AddScaled(double[] target, double[] values, double scale)
    {
        for (int n = 0; n < target.Length; n++)
        {
            target[n] += scale * values[n];
        }
    }

    /// <summary>Shifts and scales to mean 0 and variance 1; equal values become 0.</summary>
    internal static void Standardize(double[] values)
    {
        double mean = values.Sum() / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        double deviation = Math.Sqrt(squares / values.Length);
        for (int n = 0; n < values.Length; n++)
        {
            values[n] = deviation > 0 ? (values[n] - mean) / deviation : 0;
        }
    }
}

/// <param name="Affinities">One per film; mean 0 and variance 1 over the catalogue.</param>
/// <param name="Mainstream">How much fame draws the user.</param>
internal sealed record UserTaste(double[] Affinities, double Mainstream);
