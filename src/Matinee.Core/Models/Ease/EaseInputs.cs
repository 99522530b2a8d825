using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Ease;

/// <summary>What EASE learns from.</summary>
internal static class EaseInputs
{
    /// <param name="movies">By item index; needed where what is known of them counts.</param>
    /// <returns>
    /// Each person's inputs times the root of what the person counts (weighted least squares), then the metadata's rows.
    /// </returns>
    public static InteractionMatrix Of(InteractionMatrix train, EaseOptions options, IReadOnlyList<Movie>? movies)
    {
        if (options.UsesMetadata)
        {
            ArgumentNullException.ThrowIfNull(movies);
        }

        int[][] kinds = options.MetadataWeight == 0 ? [] : MetadataRows.OfGenresAndYears(train, movies!);
        int[][] titles = options.TitleWeight == 0 ? [] : MetadataRows.OfTitles(train, movies!);
        InteractionMatrix all = options.UsesMetadata ? MetadataRows.Below(train, [.. kinds, .. titles]) : train;
        var inputs = new float[all.EntryCount];
        int firstTitle = train.RowCount + kinds.Length;
        for (int row = 0; row < all.RowCount; row++)
        {
            Span<float> values = inputs.AsSpan(all.RowStarts[row], all.RowLength(row));
            if (row >= train.RowCount)
            {
                values.Fill((float)(row < firstTitle ? options.MetadataWeight : options.TitleWeight));
                continue;
            }

            float scale = options.RowScale(values.Length);
            for (int n = 0; n < values.Length; n++)
            {
                values[n] = scale * options.Input(all.RowValues(row)[n]);
            }
        }

        return all.WithValues(inputs);
    }
}
