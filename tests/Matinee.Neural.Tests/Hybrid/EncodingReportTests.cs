using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Texts;
using Matinee.Neural.Hybrid;
using Matinee.Text;

namespace Matinee.Neural.Tests.Hybrid;

public class EncodingReportTests
{
    [Theory]
    // 4 096 texts in 2 s are 2 048 a second; the other 116 000 take 56.6 s more.
    [InlineData(4096, 120_096, 2, "encoding texts: 4,096 of 120,096, 2,048 a second, 0:57 left")]
    [InlineData(8192, 120_096, 40, "encoding texts: 8,192 of 120,096, 205 a second, 9:07 left")]
    [InlineData(120_096, 120_096, 60, "encoding texts")]
    public void Stage_SomeTextsAndTime_SaysSpeedAndRest(int encoded, int total, int seconds, string expected) =>
        Assert.Equal(
            expected,
            EncodingReport.Stage(new EncodingProgress(encoded, total), TimeSpan.FromSeconds(seconds))
        );

    [Fact]
    public void Report_ToATraining_IsItsStage()
    {
        var stages = new List<string>();
        var context = new TrainingContext { Progress = new Stages(stages) };

        new EncodingReport(context).Report(new EncodingProgress(3, 3));

        Assert.Equal(["encoding texts"], stages);
    }

    [Theory]
    [InlineData(TextPrecision.Full)]
    [InlineData(TextPrecision.Int8)]
    public void Encoder_OfAnyModel_HasTheOptionsPrecision(TextPrecision precision)
    {
        var options = new HybridOptions { TextPrecision = precision };

        Assert.Equal(precision, TextSource.Encoder(options).Precision);
        Assert.Equal(precision, TextSource.Encoder(options with { ModelName = "other/model.onnx" }).Precision);
    }

    private sealed class Stages(List<string> stages) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => stages.Add(value.Stage);
    }
}
