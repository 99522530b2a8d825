using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>How often a movie was rated, as ln(1 + ratings).</summary>
internal sealed class PopularityFeature : IBlendFeature
{
    private readonly float[] logarithms;

    public PopularityFeature(ReadOnlySpan<float> counts)
    {
        logarithms = new float[counts.Length];
        for (int item = 0; item < counts.Length; item++)
        {
            logarithms[item] = MathF.Log(1 + counts[item]);
        }
    }

    public string Name => "popularity";
    public bool Retrieves => false;

    public void Compute(UserHistory history, Span<float> values)
    {
        logarithms.CopyTo(values);
        values[logarithms.Length..].Clear();
    }
}

/// <summary>How often a movie was rated lately, seen from the moment recommended for.</summary>
internal sealed class RecentPopularityFeature(RecentPopularity popularity, string name, double days) : IBlendFeature
{
    // As of a movie without ratings.
    private static readonly float s_unrated = MathF.Log(0.1f);

    public string Name => name;
    public bool Retrieves => false;

    public void Compute(UserHistory history, Span<float> values)
    {
        // Ratings that came without a time are of now.
        long moment = history.AsOf > 0 ? history.AsOf : long.MaxValue;
        popularity.Score(moment, days, values[..popularity.ItemCount]);
        values[popularity.ItemCount..].Fill(s_unrated);
    }
}
