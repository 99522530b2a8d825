using Matinee.Text;

namespace Matinee.Api.Search.Semantic;

/// <summary>What reads a catalogue, and where what was read is kept.</summary>
public sealed record SemanticIndexOptions
{
    /// <summary>Vectors are kept here, so that a start after the first one takes seconds. Default: where all commands keep theirs.</summary>
    public string CacheFolder { get; init; } = Matinee.Text.Caching.CacheFolder.Default;

    /// <summary>Opens the encoder, when it is first needed. Default: all-MiniLM-L6-v2, which comes with Matinee, on one thread.</summary>
    public Func<ITextEncoder> OpenEncoder { get; init; } =
        () => new OnnxTextEncoder(new TextEncoderOptions { Threads = 1 });

    /// <summary>The encoder (about 100 MB) is let go after so long without a query; loading it again takes 0.2 s. Default 15 minutes.</summary>
    public TimeSpan KeepEncoder { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Movies read before they are written to the cache: what is lost when the server is killed. Every time, the cache is read through.</summary>
    internal int MoviesAtOnce { get; init; } = 2048;
}
