using Matinee.Core.Catalog;
using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Tests.Matching;

/// <summary>The slow twin of <see cref="TitleTable"/> and <see cref="NearTitles"/>: compares a film with every name of every movie.</summary>
internal static class SlowTitles
{
    public static Dictionary<int, TitleFit> Same(MovieCatalog catalog, TitleNames film)
    {
        var found = new Dictionary<int, TitleFit>();
        for (int item = 0; item < catalog.Count; item++)
        {
            foreach (TitleName name in TitleNames.Of(catalog.Movies[item]).Names)
            {
                foreach (TitleName said in film.Names)
                {
                    if (Fit(said, name) is { } fit && (!found.TryGetValue(item, out TitleFit known) || fit < known))
                    {
                        found[item] = fit;
                    }
                }
            }
        }

        return found;
    }

    public static Dictionary<int, (TitleFit, double)> Near(MovieCatalog catalog, TitleNames film)
    {
        var found = new Dictionary<int, (TitleFit Fit, double Closeness)>();
        for (int item = 0; item < catalog.Count; item++)
        {
            TitleNames movie = TitleNames.Of(catalog.Movies[item]);
            if (film.Years.Distance(movie.Years) > 1)
            {
                continue;
            }

            foreach (TitleName name in movie.Names)
            {
                foreach (TitleName said in film.Names)
                {
                    if (
                        Likeness.Of(Codes(said), said.Loose, Codes(name), name.Loose) is { } likeness
                        && (likeness.Fit == TitleFit.Near || film.Years.First is not null)
                        && (
                            !found.TryGetValue(item, out (TitleFit Fit, double Closeness) known)
                            || likeness.Fit < known.Fit
                            || (likeness.Fit == known.Fit && likeness.Closeness > known.Closeness)
                        )
                    )
                    {
                        found[item] = likeness;
                    }
                }
            }
        }

        return found;
    }

    private static TitleFit? Fit(TitleName said, TitleName name)
    {
        string[] pieces = [.. TitlePieces.Of(name, TitlePieces.ShortestOfCatalogue)];
        string[] saidPieces = [.. TitlePieces.Of(said)];
        return said.Exact == name.Exact ? TitleFit.Exact
            : said.Exact == name.Loose || said.Loose == name.Exact || said.Loose == name.Loose ? TitleFit.Loose
            : pieces.Contains(said.Exact)
            || pieces.Contains(said.Loose)
            || saidPieces.Contains(name.Exact)
            || saidPieces.Contains(name.Loose)
                ? TitleFit.Piece
            : said.Number is { } number && (number == name.Number || number == name.Exact || number == name.Loose)
            || name.Number is { } other && (other == said.Exact || other == said.Loose)
                ? TitleFit.Similar
            : null;
    }

    private static uint[] Codes(TitleName name) => [.. name.Words.Select(word => WordCode.Of(word.Text))];
}
