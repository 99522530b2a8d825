using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Catalog;

namespace Matinee.Data.Folders;

/// <summary>One SHA-256 over what a dataset says: equal content has an equal hash, whenever and wherever it was made.</summary>
internal sealed class DatasetHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Takes in the ratings but for their parts, which need not be known yet.</summary>
    public DatasetHash(UserMap users, MovieCatalog catalog, RatingColumns ratings)
    {
        Append(hash, users.IdByIndex);
        Append(hash, catalog.Items.IdByIndex);
        Append(hash, [catalog.RankedCount]);
        Append<int>(hash, ratings.Users);
        Append<int>(hash, ratings.Items);
        Append<float>(hash, ratings.Values);
        Append<long>(hash, ratings.Timestamps);
    }

    public static string Of(UserMap users, UserAttributes? attributes, MovieCatalog catalog, RatingColumns ratings)
    {
        using var hash = new DatasetHash(users, catalog, ratings);
        return hash.Finish(attributes, catalog, ratings.Parts);
    }

    /// <returns>The whole dataset's hash, in lower-case hexadecimal.</returns>
    public string Finish(UserAttributes? attributes, MovieCatalog catalog, SplitPart[] parts)
    {
        Append<SplitPart>(hash, parts);
        foreach (Movie movie in catalog.Movies)
        {
            Append(hash, movie.Title);
            Append(hash, [movie.Year ?? 0, movie.TmdbId ?? 0, movie.Genres.Count, movie.Tags.Count]);
            Append(hash, movie.ImdbId ?? "");
            foreach (string genre in movie.Genres)
            {
                Append(hash, genre);
            }

            foreach (MovieTag tag in movie.Tags)
            {
                Append(hash, tag.Text);
                Append(hash, [tag.Applications]);
            }
        }

        // Last, and what there is: a dataset without plots and attributes keeps the hash that it had before there were any.
        for (int item = 0; item < catalog.Count; item++)
        {
            if (catalog.Movies[item].Plot is { } plot)
            {
                Append(hash, [item]);
                Append(hash, plot);
            }
        }

        if (attributes is not null)
        {
            Append(hash, attributes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private static void Append(IncrementalHash hash, UserAttributes attributes)
    {
        // Its length sets this apart from a plot, which begins with a single index.
        Append(hash, "attributes");
        Append(hash, [.. attributes.Ages.Select(age => age ?? 0)]);
        foreach (IReadOnlyList<string?> column in new[] { attributes.Genders, attributes.Occupations, attributes.Zips })
        {
            foreach (string? text in column)
            {
                Append(hash, text ?? "");
            }
        }
    }

    private static void Append(IncrementalHash hash, string text) => Append<byte>(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, ReadOnlySpan<int> values) => Append<int>(hash, values);

    // The length goes first, so that no two different contents make the same bytes.
    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ReadOnlySpan<long> length = [values.Length];
        hash.AppendData(MemoryMarshal.AsBytes(length));
        for (int start = 0; start < values.Length; start += ChunkLength)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values[start..Math.Min(values.Length, start + ChunkLength)]));
        }
    }

    // A span of bytes counts with an int, which 2^29 timestamps would overflow.
    private const int ChunkLength = 1 << 24;
}
