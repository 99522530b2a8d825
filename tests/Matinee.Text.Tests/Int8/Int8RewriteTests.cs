using System.Numerics.Tensors;
using Matinee.Core;
using Matinee.Text.Int8;
using Microsoft.ML.OnnxRuntime;

namespace Matinee.Text.Tests.Int8;

public class Int8RewriteTests
{
    private static readonly long[][] s_texts =
    [
        .. Enumerable
            .Range(0, 8)
            .Select(text => Enumerable.Range(0, 6).Select(n => (text * 13L + n * 7) % 50).ToArray()),
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(21)]
    public void Of_ModelOfAnyOpset_ComputesNearlyTheSame(int opset)
    {
        using var file = new TinyModel(opset);
        using var full = new OnnxModel(file.Path);

        float[] expected = Vectors(full, s_texts);
        float[] actual = Vectors(file, signed: true);

        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(expected, actual), 0.9995, 0.999999);
        Assert.Equal(1, TensorPrimitives.Norm<float>(actual) / TensorPrimitives.Norm<float>(expected), 0.01);
    }

    // What processors without VNNI are given.
    [Fact]
    public void Of_UnsignedWeights_ComputesTheSame()
    {
        Assert.SkipUnless(DotProducts.SignedWeightsAreExact, "Sums of signed weights overflow here.");
        using var file = new TinyModel(13);

        Assert.Equal(Vectors(file, signed: true), Vectors(file, signed: false));
    }

    [Fact]
    public void Of_TextAmongOthers_IsAsAlone()
    {
        using var file = new TinyModel(17);
        using var model = new OnnxModel(Int8Rewrite.Of(file.Path, s_texts, signed: true), file.Path);

        float[] together = Vectors(model, s_texts);

        Assert.Equal(Vectors(model, [s_texts[0]]), together[..(together.Length / s_texts.Length)]);
    }

    [Fact]
    public void Of_ModelInInt8Already_SaysSo()
    {
        using var file = new TinyModel(13);
        File.WriteAllBytes(file.Path, Int8Rewrite.Of(file.Path, s_texts, signed: true));

        var error = Assert.Throws<MatineeException>(() => Int8Rewrite.Of(file.Path, s_texts, signed: true));

        Assert.Contains("It may be quantised already: use full precision.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Of_FileCutOff_SaysWhichFile(int length)
    {
        using var file = new TinyModel(13);
        File.WriteAllBytes(file.Path, File.ReadAllBytes(file.Path)[..length]);

        var error = Assert.Throws<MatineeException>(() => Int8Rewrite.Of(file.Path, s_texts, signed: true));

        Assert.StartsWith($"{file.Path} can't be loaded as an ONNX model: ", error.Message);
    }

    private static float[] Vectors(TinyModel file, bool signed)
    {
        using var model = new OnnxModel(Int8Rewrite.Of(file.Path, s_texts, signed), file.Path);
        return Vectors(model, s_texts);
    }

    private static float[] Vectors(OnnxModel model, long[][] texts)
    {
        using OrtValue output = model.Run(texts, texts[0].Length);
        return output.GetTensorDataAsSpan<float>().ToArray();
    }
}
