using System.Numerics.Tensors;
using Matinee.Api.Search.Semantic;
using Matinee.Core.Catalog;
using Matinee.Text;

namespace Matinee.Api.Tests.Search.Semantic;

public class MovieEncoderTests
{
    private static readonly OnnxTextEncoder Encoder = new(new TextEncoderOptions());

    [Fact]
    public void Encode_Movie_AddsItsFacetsByTheirWeights()
    {
        Movie[] movies =
        [
            .. Films.Demo.Movies.Take(300),
            Films.Film(1, "Comedy", "Comedy") with
            {
                Tags = [new MovieTag("Comedy", 1)],
                Plot = "A man\nloses his way.",
            },
            Films.Film(2, "No words at all"),
        ];
        int done = 0;
        var encoder = new MovieEncoder(Encoder, count => done += count);

        TextVectors vectors = encoder.Encode([.. movies.Select(MovieText.Of)], TextRole.Document);

        Assert.Equal(movies.Length, done);
        foreach (int movie in (int[])[0, 1, 100, 255, 256, 299])
        {
            Movie facts = movies[movie];
            float[] expected = Sum(
                (0.4f, MovieText.Facets(MovieText.Of(facts)).First().Text),
                (0.2f, string.Join(", ", facts.Genres)),
                (0.4f, string.Join(", ", facts.Tags.Take(20).Select(tag => tag.Text)))
            );
            Assert.Equal(1, TensorPrimitives.CosineSimilarity(expected, vectors[movie]), 1e-4);
            Assert.Equal(TensorPrimitives.Norm<float>(expected), TensorPrimitives.Norm(vectors[movie]), 1e-4);
        }

        float[] comedy = Sum((1, "Comedy"), (0.4f, "A man loses his way."));
        Assert.Equal(1, TensorPrimitives.CosineSimilarity(comedy, vectors[300]), 1e-4);
        // 0.4 / √0.4
        Assert.Equal(0.6325f, TensorPrimitives.Norm(vectors[301]), 1e-4);
    }

    private static float[] Sum(params (float Weight, string Text)[] facets)
    {
        var sum = new float[Encoder.Dimensions];
        foreach ((float weight, string text) in facets)
        {
            float[] vector = Encoder.Encode([text], TextRole.Document)[0].ToArray();
            TensorPrimitives.MultiplyAdd(vector, weight, sum, sum);
        }

        return sum;
    }
}
