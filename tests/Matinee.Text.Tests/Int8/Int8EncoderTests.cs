using System.Numerics.Tensors;
using Matinee.Core.Texts;

namespace Matinee.Text.Tests.Int8;

public class Int8EncoderTests
{
    // None of those that the model is measured with.
    private static readonly string[] s_texts =
    [
        "Toy Story (1995)",
        "Heat (1995)",
        "The Godfather (1972)",
        "Amélie (Le fabuleux destin d'Amélie Poulain) (2001)",
        "Spirited Away (Sen to Chihiro no kamikakushi) (2001)",
        "Eternal Sunshine of the Spotless Mind (2004)",
        "Up (2009)",
        "8½ (Eight and a Half) (1963)",
        "Se7en (1995)",
        "WALL·E (2008)",
        "Back to the Future Part II (1989)",
        "Das Boot (The Boat) (1981)",
        "Synthetic Movie 4711 (1938)",
        "千と千尋の神隠し",
        "Adventure, Animation, Children, Comedy, Fantasy, Romance",
        "Action, Sci-Fi, Thriller, IMAX",
        "Comedy, Romance",
        "Western",
        "Musical",
        "dinosaurs",
        "atmospheric",
        "in Netflix queue",
        "thought-provoking",
        "AFI 100 (Laughs)",
        "Stanley Kubrick",
        "black comedy",
        "mindfuck",
        "good soundtrack",
        "car chase",
        "serial killer",
        "World War II",
        "bosi ka",
        "x",
        "!",
        "feel-good film about an unlikely friendship",
        "A theme park of cloned dinosaurs loses power in a storm, and its first visitors have to find a way out.",
        "When a retired thief is asked for one last favour, he says no; then the man who asked is found dead in his boat.",
        "astronauts stranded on Mars",
        "a wedding in Tuscany that goes wrong",
        "not too scary",
    ];

    private static readonly OnnxTextEncoder s_encoder = new(new TextEncoderOptions { Precision = TextPrecision.Int8 });

    [Fact]
    public void Encode_Int8_IsNearFull()
    {
        TextVectors full = Encoders.MiniLm.Encode(s_texts, TextRole.Document);

        TextVectors int8 = s_encoder.Encode(s_texts, TextRole.Document);

        float[] cosines =
        [
            .. Enumerable.Range(0, s_texts.Length).Select(n => TensorPrimitives.CosineSimilarity(full[n], int8[n])),
        ];
        Assert.InRange(cosines.Min(), 0.989f, 1);
        // Not 1: then nothing would be in 8 bits.
        Assert.InRange(cosines.Average(), 0.998f, 0.9999f);
        Assert.All(Enumerable.Range(0, s_texts.Length), n => Assert.Equal(1, TensorPrimitives.Norm(int8[n]), 1e-5));
    }

    [Fact]
    public void Encode_Int8AmongOthers_IsAsAlone()
    {
        TextVectors together = s_encoder.Encode(s_texts, TextRole.Document);

        Assert.All(
            new[] { 0, 13, 17, 36 },
            n =>
            {
                TextVectors alone = s_encoder.Encode([s_texts[n]], TextRole.Document);
                Assert.InRange(TensorPrimitives.CosineSimilarity(together[n], alone[0]), 0.9999f, 1.0001f);
            }
        );
    }

    [Fact]
    public void Encode_SecondModelInInt8_FindsTheAnswerToAQuery()
    {
        using var encoder = new OnnxTextEncoder(Encoders.ArcticXsOptions with { Precision = TextPrecision.Int8 });
        string[] texts = ["Jurassic Park: cloned dinosaurs", "Heat: a bank robber and a detective in Los Angeles"];

        TextVectors full = Encoders.ArcticXs.Encode(texts, TextRole.Document);
        TextVectors int8 = encoder.Encode(texts, TextRole.Document);
        TextVectors query = encoder.Encode(["film about dinosaurs"], TextRole.Query);

        Assert.True(
            TensorPrimitives.CosineSimilarity(query[0], int8[0])
                > TensorPrimitives.CosineSimilarity(query[0], int8[1]) + 0.1
        );
        Assert.All([0, 1], n => Assert.InRange(TensorPrimitives.CosineSimilarity(full[n], int8[n]), 0.989f, 1));
    }
}
