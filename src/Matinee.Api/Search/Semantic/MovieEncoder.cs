using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Catalog.Facets;
using Matinee.Text;

namespace Matinee.Api.Search.Semantic;

/// <summary>
/// One vector per movie: 0.4 of its title's, 0.2 of its genres', 0.4 of its tags' and 0.4 of its plot's, added up and divided by
/// the square root of the weights there are. So a query's product with it is a weighted sum of its cosines with what is said
/// about the movie, half way between their sum and their mean: a title alone, which sounds like much and says little, doesn't
/// get far, but it gets somewhere.
/// </summary>
/// <param name="encoder">Reads the facets.</param>
/// <param name="done">Called with how many movies were read just now.</param>
internal sealed class MovieEncoder(ITextEncoder encoder, Action<int> done) : ITextEncoder
{
    private const string Revision = "movies 2";
    private const int MoviesAtOnce = 256;
    private const int CharactersAtOnce = 2000;

    // A few hundred genre combinations are most of what there is.
    private readonly Dictionary<string, float[]> genres = [];

    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Revision} {encoder.Fingerprint}")));

    public int Dimensions => encoder.Dimensions;

    /// <param name="texts">From <see cref="MovieText.Of"/>.</param>
    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default)
    {
        var vectors = new TextVectors(new float[texts.Count * Dimensions], Dimensions);
        for (int start = 0; start < texts.Count; start += MoviesAtOnce)
        {
            int count = Math.Min(MoviesAtOnce, texts.Count - start);
            Read([.. texts.Skip(start).Take(count)], vectors.Values.AsSpan(start * Dimensions), role, cancellation);
            done(count);
        }

        return vectors;
    }

    private void Read(string[] texts, Span<float> vectors, TextRole role, CancellationToken cancellation)
    {
        (int Movie, FacetKind Kind, string Text)[] facets =
        [
            .. texts
                .SelectMany((text, movie) => MovieText.Facets(text).Select(facet => (movie, facet.Kind, facet.Text)))
                .OrderBy(facet => facet.Text.Length),
        ];
        string[] unread =
        [
            .. facets
                .Where(facet => facet.Kind != FacetKind.Genres || !genres.ContainsKey(facet.Text))
                .Select(facet => facet.Text)
                .Distinct(),
        ];
        var read = new Dictionary<string, float[]>();
        foreach (string[] piece in Pieces(unread))
        {
            cancellation.ThrowIfCancellationRequested();
            TextVectors some = encoder.Encode(piece, role, cancellation);
            for (int n = 0; n < piece.Length; n++)
            {
                read.Add(piece[n], some[n].ToArray());
            }
        }

        Span<float> weights = new float[texts.Length];
        foreach ((int movie, FacetKind kind, string text) in facets)
        {
            float[] vector = read.TryGetValue(text, out float[]? fresh) ? fresh : genres[text];
            if (kind == FacetKind.Genres)
            {
                genres.TryAdd(text, vector);
            }

            Span<float> sum = vectors.Slice(movie * Dimensions, Dimensions);
            TensorPrimitives.MultiplyAdd(vector, Weight(kind), sum, sum);
            weights[movie] += Weight(kind);
        }

        for (int movie = 0; movie < texts.Length; movie++)
        {
            Span<float> sum = vectors.Slice(movie * Dimensions, Dimensions);
            TensorPrimitives.Divide(sum, MathF.Sqrt(weights[movie]), sum);
        }
    }

    // So little at once that it ends soon when the server does, and stays on the thread that asked for it.
    private static IEnumerable<string[]> Pieces(string[] byLength)
    {
        int start = 0;
        while (start < byLength.Length)
        {
            int end = start + 1;
            while (end < byLength.Length && (end + 1 - start) * byLength[end].Length <= CharactersAtOnce)
            {
                end++;
            }

            yield return byLength[start..end];
            start = end;
        }
    }

    private static float Weight(FacetKind kind) => kind == FacetKind.Genres ? 0.2f : 0.4f;
}
