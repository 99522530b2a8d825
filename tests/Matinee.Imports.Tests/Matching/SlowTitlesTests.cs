using CsCheck;
using Matinee.Core.Catalog;
using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Tests.Matching;

public class SlowTitlesTests
{
    private static readonly Gen<string> Title = Gen.Select(
        OneOf("", "The ", "Der "),
        OneOf("Star", "Stars", "Star Wars", "Return", "Lord", "Kings", "King", "Night of the", "Nightfall", "Two", "2"),
        OneOf("", " II", " Two", ": ", " - ", " and ", " & ", "'s "),
        OneOf("", "Return", "Returns", "Living Dead", "Livind Dead", "Hope", "a New Hope", "Rings", "3"),
        (article, head, between, tail) => $"{article}{head}{between}{tail}"
    );

    private static readonly Gen<int> Year = Gen.Int[1990, 1994];

    [Fact]
    public void Find_RandomTitles_AsByComparingAll() =>
        Gen.Select(
                Gen.Select(Title, Title, Year, Gen.Int[0, 3], Movie).Array[1, 30],
                Gen.Select(Title, Year, Gen.Bool, (title, year, said) => Films.Film(title, said ? year : null))
            )
            .Sample(
                (movies, said) =>
                {
                    MovieCatalog catalog = Films.Catalog(movies);
                    TitleNames film = TitleNames.Of(said);
                    TitleNames[] names = [.. catalog.Movies.Select(TitleNames.Of)];
                    var same = new Dictionary<int, TitleFit>();
                    new TitleTable(names).Find(
                        film.Names,
                        (item, fit) =>
                            same[item] = same.TryGetValue(item, out TitleFit known) && known < fit ? known : fit
                    );
                    var near = new Dictionary<int, (TitleFit Fit, double Closeness)>();
                    new NearTitles(names).Find(
                        film,
                        (item, fit, closeness) =>
                            near[item] =
                                near.TryGetValue(item, out (TitleFit Fit, double Closeness) known)
                                && (known.Fit < fit || (known.Fit == fit && known.Closeness > closeness))
                                    ? known
                                    : (fit, closeness)
                    );

                    Assert.Equal(SlowTitles.Same(catalog, film).OrderBy(fit => fit.Key), same.OrderBy(fit => fit.Key));
                    Assert.Equal(
                        SlowTitles.Near(catalog, film).OrderBy(fit => fit.Key),
                        near.Where(fit => film.Years.Distance(names[fit.Key].Years) is null or <= 1)
                            .OrderBy(fit => fit.Key)
                            .Select(fit => KeyValuePair.Create(fit.Key, (fit.Value.Fit, fit.Value.Closeness)))
                    );
                },
                iter: 2000
            );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(n => texts[n]);

    // A title alone, one with another in brackets, one of no year, one of several.
    private static Movie Movie(string title, string other, int year, int kind) =>
        new()
        {
            Id = default,
            Title = kind switch
            {
                0 => $"{title} ({year})",
                1 => $"{title} ({other}) ({year})",
                2 => title,
                _ => $"{title} ({year}–{year + 2})",
            },
        };
}
