using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Data.Demo;

namespace Matinee.Bench.Search;

/// <summary>
/// A catalogue of any size that search finds as hard as a real one: half of the title words are those of the demo films, the
/// other half come from fifty thousand made-up ones, and rare words are common.
/// </summary>
internal sealed class SyntheticFilms(int seed)
{
    private const int MadeUpWords = 50_000;

    private static readonly string[] Syllables =
        "ba be bo ca ce cha co da de do el en er fa fi ga go ha he in ka ki la le lo ma me mi mo na ne no on or pa pe ra re ri ro sa se sha so ta te ti to un va ve wa wi ya za".Split(
            ' '
        );

    private readonly SequentialRandom random = new(new CounterRandom(seed, 1));
    private readonly string[] known =
    [
        .. DemoCatalogue.Load().SelectMany(movie => movie.Title[..movie.Title.LastIndexOf('(')].Split(' ', ',', ':')),
    ];
    private readonly IReadOnlyList<DemoMovie> films = DemoCatalogue.Load();

    public Movie[] Draw(int count) => [.. Enumerable.Range(1, count).Select(Film)];

    private Movie Film(int id)
    {
        int words = 1 + Below(4) + Below(2);
        string title = string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));
        int year = 1930 + (int)(95 * Math.Sqrt(random.Uniform()));
        DemoMovie film = films[Below(films.Count)];
        DemoMovie other = films[Below(films.Count)];
        return new Movie
        {
            Id = new ItemId(id),
            Title = string.Create(
                CultureInfo.InvariantCulture,
                $"{char.ToUpperInvariant(title[0])}{title[1..]} ({year})"
            ),
            Year = year,
            Genres = film.Genres,
            Tags = [.. film.Tags.Concat(other.Tags).Distinct().Take(Below(10)).Select(tag => new MovieTag(tag, 1))],
            ImdbId = id.ToString("D7", CultureInfo.InvariantCulture),
            TmdbId = id,
        };
    }

    private string Word()
    {
        if (random.Uniform() < 0.5)
        {
            string word = known[Below(known.Length)];
            return word.Length == 0 ? "The" : word;
        }

        // Zipf's law, nearly.
        int rank = (int)Math.Exp(random.Uniform() * Math.Log(MadeUpWords));
        var letters = new CounterRandom(7, rank);
        int count = 2 + (int)(letters.Bits(0) % 3);
        return string.Concat(
            Enumerable.Range(1, count).Select(n => Syllables[(int)(letters.Bits(n) % (ulong)Syllables.Length)])
        );
    }

    private int Below(int count) => (int)(random.Uniform() * count);
}
