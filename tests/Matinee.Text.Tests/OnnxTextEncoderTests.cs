using System.Numerics.Tensors;
using Matinee.Core;
using Matinee.Core.Texts;

namespace Matinee.Text.Tests;

public class OnnxTextEncoderTests
{
    [Fact]
    public void Encode_ReferenceTexts_AreTheirVectors()
    {
        IReadOnlyList<ReferenceText> references = ReferenceVectors.Read();

        TextVectors vectors = Encoders.MiniLm.Encode([.. references.Select(text => text.Text)], TextRole.Document);

        Assert.All(
            Enumerable.Range(0, references.Count),
            n => Assert.InRange(Cosine(vectors[n], references[n].Embedding), 0.9999, 1.0001)
        );
    }

    [Fact]
    public void Encode_ManyTexts_IsEachAlone()
    {
        string[] texts =
        [
            .. Enumerable.Range(0, 300).Select(n => string.Join(' ', Enumerable.Repeat($"word{n}", 1 + n % 40))),
        ];

        TextVectors together = Encoders.MiniLm.Encode(texts, TextRole.Document);

        Assert.Equal((300, 384), (together.Count, together.Dimensions));
        foreach (int n in new[] { 0, 1, 39, 40, 157, 299 })
        {
            TextVectors alone = Encoders.MiniLm.Encode([texts[n]], TextRole.Document);
            Assert.InRange(TensorPrimitives.Distance(together[n], alone[0]), 0, 1e-5f);
            Assert.Equal(1, TensorPrimitives.Norm(together[n]), 1e-5);
        }
    }

    [Fact]
    public void Encode_OneThreadOrMany_IsBitwiseTheSame()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(n => $"text number {n} {new string('x', n % 13)}")];
        using var single = new OnnxTextEncoder(new TextEncoderOptions { Threads = 1 });
        using var several = new OnnxTextEncoder(new TextEncoderOptions { Threads = 3 });

        Assert.Equal(single.Encode(texts, TextRole.Document).Values, several.Encode(texts, TextRole.Document).Values);
    }

    [Fact]
    public void Encode_LikeMeanings_AreNearerThanUnlike()
    {
        TextVectors vectors = Encoders.MiniLm.Encode(
            ["a spaceship lost in space", "astronauts stranded on Mars", "a wedding in Tuscany"],
            TextRole.Document
        );

        Assert.True(Cosine(vectors[0], vectors[1]) > Cosine(vectors[0], vectors[2]) + 0.1);
    }

    [Fact]
    public void Encode_NoTexts_IsNoVectors()
    {
        Assert.Equal(0, Encoders.MiniLm.Encode([], TextRole.Document).Count);
    }

    [Fact]
    public void Encode_Cancelled_Stops()
    {
        Assert.Throws<OperationCanceledException>(() =>
            Encoders.MiniLm.Encode(["text"], TextRole.Document, new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void Encode_SecondModel_FindsTheAnswerToAQuery()
    {
        TextVectors query = Encoders.ArcticXs.Encode(["film about dinosaurs"], TextRole.Query);
        TextVectors movies = Encoders.ArcticXs.Encode(
            ["Jurassic Park: a theme park of cloned dinosaurs", "Heat: a bank robber and a detective in Los Angeles"],
            TextRole.Document
        );

        Assert.Equal(384, movies.Dimensions);
        Assert.True(Cosine(query[0], movies[0]) > Cosine(query[0], movies[1]) + 0.1);
    }

    [Fact]
    public void Encode_QueryPrefix_IsPutBeforeQueriesOnly()
    {
        string prefix = Encoders.ArcticXsOptions.QueryPrefix;

        TextVectors query = Encoders.ArcticXs.Encode(["dinosaurs"], TextRole.Query);
        TextVectors spelledOut = Encoders.ArcticXs.Encode([prefix + "dinosaurs", "dinosaurs"], TextRole.Document);

        Assert.InRange(TensorPrimitives.Distance(query[0], spelledOut[0]), 0, 1e-5f);
        Assert.True(TensorPrimitives.Distance(query[0], spelledOut[1]) > 0.1);
    }

    [Fact]
    public void Fingerprint_AnyOptionThatChangesVectors_IsAnother()
    {
        var options = new TextEncoderOptions();
        TextEncoderOptions[] others =
        [
            options with
            {
                Pooling = TextPooling.Cls,
            },
            options with
            {
                MaxTokens = 128,
            },
            options with
            {
                QueryPrefix = "query: ",
            },
            options with
            {
                DocumentPrefix = "query: ",
            },
            options with
            {
                Uncased = false,
            },
            options with
            {
                ModelPath = Encoders.ArcticXsOptions.ModelPath,
            },
            options with
            {
                Precision = TextPrecision.Int8,
            },
        ];

        string[] fingerprints = [.. others.Prepend(options).Select(Fingerprint)];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
        Assert.Equal(Fingerprint(options), Fingerprint(options with { Threads = 7 }));
    }

    [Fact]
    public void Constructor_MissingModel_SaysWhere()
    {
        var error = Assert.Throws<MatineeException>(() =>
            new OnnxTextEncoder(new TextEncoderOptions { ModelPath = "no/such.onnx" })
        );

        Assert.StartsWith("There is no text model at no/such.onnx.", error.Message);
    }

    [Fact]
    public void Encode_ModelCutOff_SaysWhichFile()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, File.ReadAllBytes(new TextEncoderOptions().ModelPath)[..1_000_000]);
            using var encoder = new OnnxTextEncoder(new TextEncoderOptions { ModelPath = path });

            var error = Assert.Throws<MatineeException>(() => encoder.Encode(["text"], TextRole.Document));

            Assert.StartsWith($"{path} can't be loaded as an ONNX model: ", error.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Fingerprint(TextEncoderOptions options)
    {
        using var encoder = new OnnxTextEncoder(options);
        return encoder.Fingerprint;
    }

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
        TensorPrimitives.CosineSimilarity(left, right);
}
