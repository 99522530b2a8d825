using Matinee.Cli.Configuration;
using Matinee.Core;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.Tuning;

namespace Matinee.Cli.Tests.Configuration;

public sealed class TuningConfigurationTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_RangesAndLists_AreWhatIsSearched()
    {
        TuningConfiguration configuration = Read(
            """
            model: als
            model_params:
              factors: { from: 32, to: 512, scale: log }
              regularization: { from: 0.001, to: 0.1, scale: log }
              frequency_exponent: { from: 0, to: 1, step: 0.25 }
              weighting: [none, bm25]
              iterations: [20, 10]
              unobserved_weight: 0.3
              solver: [cholesky]
            """
        );

        Assert.Equal(
            [
                new NumberRange("factors", 32, 512, RangeScale.Log, 1),
                new NumberRange("regularization", 0.001, 0.1, RangeScale.Log, null),
                new NumberRange("frequency_exponent", 0, 1, RangeScale.Linear, 0.25),
                new Choices("weighting", 2, Ordered: false),
                new Choices("iterations", 2, Ordered: true),
            ],
            configuration.Space.Dimensions
        );
        Assert.Equal(["unobserved_weight", "solver"], configuration.Fixed.Select(given => given.Key.Name));
        // 16 iterations are no choice: the middle of two is the second of them, ascending.
        Assert.Equal([128, 0.003, 1, 0, 1], configuration.First());
        Assert.Equal(
            new ImplicitAlsOptions
            {
                Factors = 64,
                Regularization = 0.02,
                FrequencyExponent = 0.5,
                Weighting = AlsWeighting.Bm25,
                Iterations = 10,
                UnobservedWeight = 0.3,
            },
            configuration.Options([64, 0.02, 0.5, 1, 0])
        );
        Assert.Equal(
            ["32 to 512 (log)", "0.001 to 0.1 (log)", "0 to 1 by 0.25", "none, bm25", "10, 20"],
            configuration.Tuned.Select(option => option.Describe())
        );
    }

    [Theory]
    [InlineData(
        "regularization: { from: 10, to: 10 }",
        "line 3: the range of regularization is from 10 to 10; 'from' must be below 'to'."
    )]
    [InlineData("regularization: { from: 0, to: 10, scale: log }", "a log scale begins above 0")]
    [InlineData("regularization: { from: 10 }", "the range of regularization lacks 'to'")]
    [InlineData(
        "regularization: { from: 10, too: 20 }",
        "unknown key 'too' in the range of regularization. Did you mean 'to'?"
    )]
    [InlineData(
        "regularization: { from: 10, to: 20, scale: logs }",
        "unknown scale 'logs' of regularization. Did you mean 'log'?"
    )]
    [InlineData("regularization: { from: 10, to: 20, scale: ratios }", "Scales: linear, log.")]
    [InlineData("regularization: { from: ten, to: 20 }", "'from' of regularization is 'ten'; expected a number.")]
    [InlineData(
        "regularization: { from: 10, to: 20, step: 0 }",
        "the step of regularization is 0; it must be above 0 and at most 10"
    )]
    [InlineData("regularization: { from: 10, to: 20, step: 11 }", "at most 10")]
    [InlineData("regularization: { from: 10, to: 20, step: 2, scale: log }", "a step on a log scale")]
    [InlineData("regularization: { from: -1, to: 20 }", "line 3: regularization is -1; it must be above 0")]
    [InlineData("regularization: [10, [20]]", "regularization must be a single value.")]
    [InlineData("regularization: []", "empty list")]
    [InlineData("regularization: 3", "there is nothing to tune")]
    [InlineData("regularization: 3", "such as 'regularization: { from: 1, to: 100, scale: log }'")]
    [InlineData("side: { from: 1, to: 2 }", "side is no number, so it has no range. Give a list of its values.")]
    [InlineData("sid: { from: 1, to: 2 }", "unknown key 'sid' in model_params. Did you mean 'side'?")]
    public void Read_Mistake_NamesTheLineAndTheWayOut(string line, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => Read($"model: ease\nmodel_params:\n  {line}\n"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model: item-knn\nmodel_params:\n  neighbors: { from: 1.5, to: 3 }", "expected a whole number")]
    [InlineData("model: popularity", "Model 'popularity' has no options at all.")]
    [InlineData(
        "model: item-knn\nmodel_params:\n  neighbors: { from: 5, to: 50 }\n  b: 3",
        "line 4: b is 3; it must be between 0 and 1."
    )]
    public void Read_MistakeOfAnotherModel_IsToldToo(string yaml, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => Read(yaml));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    // 10 dimensions can't be shared by 4 heads, but by one of the numbers of heads that are searched.
    [Fact]
    public void Read_EndThatDependsOnAnotherRange_IsLeftToTheTrials()
    {
        TuningConfiguration configuration = Read(
            "model: hybrid\nmodel_params:\n  n_factors: { from: 10, to: 64 }\n  attention_heads: [1, 2, 4]\n"
        );

        Assert.Equal(2, configuration.Tuned.Count);
        Assert.Throws<MatineeException>(() =>
            Read("model: hybrid\nmodel_params:\n  n_factors: { from: 10, to: 64 }\n")
        );
    }

    [Fact]
    public void Read_Device_ReplacesWhatTheFileSays()
    {
        File.WriteAllText(
            path,
            "model: hybrid\nmodel_params:\n  device: [auto, cuda]\n  dropout: { from: 0, to: 0.9 }\n"
        );

        TuningConfiguration configuration = TuningConfiguration.Read(path, KnownModels.Kinds, "cpu");

        Assert.Equal(["dropout"], configuration.Tuned.Select(option => option.Name));
        Assert.Equal(["device"], configuration.Fixed.Select(given => given.Key.Name));
    }

    [Fact]
    public void ModelConfiguration_Range_IsForTune()
    {
        File.WriteAllText(path, "model: ease\nmodel_params:\n  regularization: { from: 1, to: 2 }\n");

        var error = Assert.Throws<MatineeException>(() => ModelConfiguration.Read(path, KnownModels.Kinds));

        Assert.Contains(
            "line 3: regularization is a range, and ranges are for 'tune': ./matinee tune",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private TuningConfiguration Read(string yaml)
    {
        File.WriteAllText(path, yaml);
        return TuningConfiguration.Read(path, KnownModels.Kinds, device: null);
    }
}
