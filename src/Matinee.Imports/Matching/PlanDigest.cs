using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Imports.Matching;

/// <summary>A digest of what a plan would store. It speaks of movies by their ids, which outlast a model as their indices don't.</summary>
internal static class PlanDigest
{
    private const int Digits = 32;

    public static string Of(ImportPlan plan, MovieCatalog catalog)
    {
        var text = new StringBuilder();
        Line($"{plan.Source}");
        foreach (PlannedFilm film in plan.Films)
        {
            Line($"{film.Match.Status} {Id(film.Match.Item)} {film.Film.Key}");
        }

        foreach (PlannedRating rating in plan.Ratings)
        {
            Line($"rating {Id(rating.Item)} {rating.Stars} {rating.Time}");
        }

        Facts("watched", plan.Watched);
        Facts("liked", plan.Liked);
        Facts("wanted", plan.Wanted);
        Facts("owned", plan.Owned);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Digits];

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        int? Id(ItemIndex? item) => item is { } index ? catalog[index].Id.Value : null;
        void Facts(string name, IReadOnlyList<PlannedFact> facts)
        {
            foreach (PlannedFact fact in facts)
            {
                Line($"{name} {Id(fact.Item)} {fact.Time}");
            }
        }
    }
}
