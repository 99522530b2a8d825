using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>A name that two trainings share only if they are the same: same ratings, movies, users, options, seed.</summary>
public static class RunName
{
    /// <param name="options">In the words of the configuration file.</param>
    public static string Of(TrainingData data, string options, long seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, data.Ratings);
        if (data.Validation is { } validation)
        {
            Add(hash, validation);
        }

        foreach (Catalog.Movie movie in data.Catalog.Movies)
        {
            Add(
                hash,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{movie.Id}|{movie.Title}|{movie.Year}|{string.Join('|', movie.Genres)}|{string.Join('|', movie.Tags)}|{movie.Plot}\n"
                )
            );
        }

        if (data.Attributes is { } known)
        {
            for (int user = 0; user < known.Count; user++)
            {
                Add(
                    hash,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{known.Ages[user]}|{known.Genders[user]}|{known.Occupations[user]}|{known.Zips[user]}\n"
                    )
                );
            }
        }

        Add(hash, options);
        hash.AppendData(BitConverter.GetBytes(seed));
        return "training-" + Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    private static void Add(IncrementalHash hash, InteractionMatrix matrix)
    {
        hash.AppendData(MemoryMarshal.AsBytes(matrix.RowStarts));
        hash.AppendData(MemoryMarshal.AsBytes(matrix.Columns));
        hash.AppendData(MemoryMarshal.AsBytes(matrix.Values));
        hash.AppendData(MemoryMarshal.AsBytes(matrix.Timestamps));
    }
}
