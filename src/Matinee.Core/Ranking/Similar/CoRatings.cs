using Matinee.Core.Interactions;

namespace Matinee.Core.Ranking.Similar;

/// <summary>
/// Movies as the sets of their raters: cosine of the sets, n₁₂ / √(n₁ n₂), drawn towards 0 where few rated both, by
/// n₁₂ / (n₁₂ + 10) (Koren 2008, section 2.2, damps similarities so).
/// </summary>
internal sealed class CoRatings(InteractionMatrix byUser)
{
    private const float Damping = 10;

    // Of a movie that more have rated, an even choice of them tells as much.
    private const int MostEntries = 1_000_000;

    private readonly (int[] Starts, int[] Users) raters = byUser.ColumnRows();

    /// <param name="likeness">One per item; overwritten.</param>
    public void Compare(int item, Span<float> likeness)
    {
        likeness.Clear();
        ReadOnlySpan<int> own = Raters(item);
        long entries = 0;
        foreach (int user in own)
        {
            entries += byUser.RowLength(user);
        }

        int step = (int)((entries + MostEntries - 1) / MostEntries);
        for (int n = 0; n < own.Length; n += Math.Max(1, step))
        {
            foreach (int other in byUser.RowColumns(own[n]))
            {
                likeness[other]++;
            }
        }

        for (int other = 0; other < likeness.Length; other++)
        {
            if (likeness[other] > 0)
            {
                float both = likeness[other] * Math.Max(1, step);
                float cosine = both / MathF.Sqrt((float)own.Length * Raters(other).Length);
                likeness[other] = cosine * both / (both + Damping);
            }
        }
    }

    private ReadOnlySpan<int> Raters(int item) => raters.Users.AsSpan(raters.Starts[item]..raters.Starts[item + 1]);
}
