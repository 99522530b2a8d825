using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Neural.Hybrid;

/// <summary>A name that two trainings share only if they are the same: same ratings, movies, options, seed.</summary>
internal static class RunName
{
    public static string Of(TrainingData data, HybridOptions options, TrainingContext context)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, data.Ratings);
        if (data.Validation is { } validation)
        {
            Add(hash, validation);
        }

        foreach (Core.Catalog.Movie movie in data.Catalog.Movies)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{movie.Id}|{movie.Title}|{movie.Year}|{string.Join('|', movie.Genres)}|{string.Join('|', movie.Tags)}|{movie.Plot}\n"
                    )
                )
            );
        }

        hash.AppendData(Encoding.UTF8.GetBytes(HybridTrainer.Kind.ToJson(options).GetRawText()));
        hash.AppendData(BitConverter.GetBytes(context.Seed));
        return "training-" + Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Add(IncrementalHash hash, InteractionMatrix matrix)
    {
        hash.AppendData(MemoryMarshal.AsBytes(matrix.RowStarts));
        hash.AppendData(MemoryMarshal.AsBytes(matrix.Columns));
        hash.AppendData(MemoryMarshal.AsBytes(matrix.Values));
        hash.AppendData(MemoryMarshal.AsBytes(matrix.Timestamps));
    }
}
