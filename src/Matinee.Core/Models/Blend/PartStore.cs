using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Trained models by what they were trained from: kind, options, seed, version and every rating and movie. Whoever asks for the
/// same again gets it without a training, also after <c>kill -9</c>.
/// </summary>
/// <param name="folder">Null keeps nothing.</param>
internal sealed class PartStore(string? folder)
{
    private static readonly FolderKind s_kind = new(
        _ => true,
        [ComponentWriter.TensorsFile, ComponentWriter.OptionsFile]
    );

    public IModel? Find(ModelKind kind, string key)
    {
        string? path = Place(kind, key);
        if (path is null || !File.Exists(Path.Combine(path, ComponentWriter.TensorsFile)))
        {
            return null;
        }

        try
        {
            using var reader = new ComponentReader(path);
            return kind.Load(reader);
        }
        catch (Exception exception) when (exception is MatineeException or IOException or InvalidDataException)
        {
            // Damaged: trained again and replaced.
            return null;
        }
    }

    public void Keep(IModel model, ModelKind kind, string key)
    {
        if (Place(kind, key) is { } path)
        {
            AtomicFolder.Write(
                path,
                s_kind,
                temporary =>
                {
                    var writer = new ComponentWriter();
                    model.Save(writer);
                    writer.Write(temporary);
                }
            );
        }
    }

    private string? Place(ModelKind kind, string key) =>
        folder is null ? null : Path.Combine(folder, $"{kind.Name}-{key}");

    /// <summary>A name for all that decides how a training ends.</summary>
    public static string Key(ModelKind kind, object options, long seed, string dataKey)
    {
        string text =
            $"{ModelBundle.MatineeVersion}\n{kind.Name}\n{kind.ToJson(options).GetRawText()}\n{seed}\n{dataKey}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }

    /// <summary>A name for the ratings, movies and people that a training may read.</summary>
    public static string DataKey(TrainingData data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, data.Ratings);
        if (data.Validation is { } validation)
        {
            Add(hash, validation);
        }

        var movies = new StringBuilder();
        foreach (Catalog.Movie movie in data.Catalog.Movies)
        {
            movies.Append(movie.Id.Value).Append('\t').Append(movie.Title).Append('\t').AppendJoin('|', movie.Genres);
            movies.Append('\t').AppendJoin('|', movie.Tags).Append('\t').Append(movie.Plot).Append('\n');
        }

        hash.AppendData(Encoding.UTF8.GetBytes(movies.ToString()));
        if (data.Attributes is { } attributes)
        {
            for (int user = 0; user < attributes.Count; user++)
            {
                string known = string.Join(
                    '\t',
                    attributes.Ages[user],
                    attributes.Genders[user],
                    attributes.Occupations[user],
                    attributes.Zips[user]
                );
                hash.AppendData(Encoding.UTF8.GetBytes(known + "\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, InteractionMatrix ratings)
    {
        hash.AppendData(MemoryMarshal.AsBytes([ratings.RowCount, ratings.ColumnCount]));
        hash.AppendData(MemoryMarshal.AsBytes(ratings.RowStarts));
        hash.AppendData(MemoryMarshal.AsBytes(ratings.Columns));
        hash.AppendData(MemoryMarshal.AsBytes(ratings.Values));
        hash.AppendData(MemoryMarshal.AsBytes(ratings.Timestamps));
    }
}
