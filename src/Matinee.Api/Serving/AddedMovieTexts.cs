using Matinee.Api.Search.Semantic;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Texts;
using Matinee.Text;
using Matinee.Text.Caching;

namespace Matinee.Api.Serving;

/// <summary>Puts added movies into a bundle; texts become vectors where the model places movies by them.</summary>
internal sealed class AddedMovieTexts : IDisposable
{
    // The only encoder that every installation has.
    private const string Packaged = "all-MiniLM-L6-v2";
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    private readonly IdleEncoder full = Open(TextPrecision.Full);
    private readonly IdleEncoder int8 = Open(TextPrecision.Int8);

    /// <summary>The bundle with more movies: placed where the model can, else known to the catalogue only.</summary>
    public ModelBundle Add(ModelBundle bundle, IReadOnlyList<Movie> movies)
    {
        if (movies.Count == 0)
        {
            return bundle;
        }

        TextEncoding? encode = bundle.Model is IContentModel { TextEncoder: Packaged } model
            ? texts => Encode(texts, model.TextPrecision == TextPrecision.Int8 ? int8 : full)
            : null;
        try
        {
            return bundle.WithMovies(movies, encode);
        }
        catch (MatineeException) when (encode is not null)
        {
            // No encoder on this machine: the movies are listed and rateable all the same.
            return bundle.WithMovies(movies);
        }
    }

    public void Dispose()
    {
        full.Dispose();
        int8.Dispose();
    }

    private static IdleEncoder Open(TextPrecision precision) =>
        new(
            () => new OnnxTextEncoder(new TextEncoderOptions { Threads = 1, Precision = precision }),
            Keep,
            TimeProvider.System
        );

    private static IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts, IdleEncoder encoder)
    {
        TextVectors vectors = new EmbeddingCache(CacheFolder.Default).Encode(encoder, texts, TextRole.Document).Vectors;
        return [.. Enumerable.Range(0, vectors.Count).Select(n => vectors[n].ToArray())];
    }
}
