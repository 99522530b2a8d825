using System.Text.Json;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

public class HybridOptionsTests
{
    private static readonly HybridOptions Defaults = new();

    public static TheoryData<string, HybridOptions> OutOfRange =>
        new()
        {
            { "batch_size is 0; it must be between 1 and 1000000.", Defaults with { BatchSize = 0 } },
            { "n_epochs is 0; it must be between 1 and 10000.", Defaults with { NEpochs = 0 } },
            { "valid_ratio is 0.6; it must be between 0 and 0.5.", Defaults with { ValidRatio = 0.6 } },
            { "stop_after is 25; it must be between 1 and 24.", Defaults.StoppingAfter(25) },
            { "learning_rate is 0; it must be above 0, at most 1000000000000.", Defaults with { LearningRate = 0 } },
            { "dropout is 1; it must be between 0 and 0.95.", Defaults with { Dropout = 1 } },
            { "weight_decay is NaN; it must be at least 0.", Defaults with { WeightDecay = double.NaN } },
            {
                "ranking_factors is 100 and history_heads 8: heads share the dimensions evenly. Make ranking_factors a "
                    + "multiple of 8.",
                Defaults with
                {
                    RankingFactors = 100,
                }
            },
            {
                "n_factors is 30 and attention_heads 4: heads share the dimensions evenly. Make n_factors a multiple of 4.",
                Defaults with
                {
                    NFactors = 30,
                }
            },
            {
                "ranking_factors is 256 and attention_heads 5: heads share the dimensions evenly. Make ranking_factors a "
                    + "multiple of 5.",
                Defaults with
                {
                    AttentionHeads = 5,
                }
            },
            {
                "rating_weight and ranking_weight are both 0, so there is nothing to learn. Set one of them above 0.",
                Defaults with
                {
                    RatingWeight = 0,
                    RankingWeight = 0,
                }
            },
            {
                "use_cross_attention needs texts, and use_text is false. Set use_cross_attention to false too.",
                Defaults with
                {
                    UseText = false,
                }
            },
            { "model_name is empty. Name all-MiniLM-L6-v2 or an ONNX file.", Defaults with { ModelName = " " } },
        };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_OptionOutOfRange_SaysWhich(string message, HybridOptions options)
    {
        Assert.Equal(message, Assert.Throws<MatineeException>(options.Validate).Message);
    }

    [Fact]
    public void Validate_Defaults_ReturnsThem() => Assert.Same(Defaults, Defaults.Validate());

    [Fact]
    public void ToJson_Options_SpellsThemAsConfigurationsDo()
    {
        JsonElement json = HybridModel.ModelKind.ToJson(Defaults.StoppingAfter(9) with { Device = HybridDevice.Cuda });

        Assert.Equal(
            typeof(HybridOptions).GetProperties().Select(property => OptionRules.ConfigName(property.Name)).Order(),
            json.EnumerateObject().Select(property => property.Name).Order()
        );
        Assert.Equal(24, json.GetProperty("n_epochs").GetInt32());
        Assert.Equal(9, json.GetProperty("stop_after").GetInt32());
        Assert.Equal("cuda", json.GetProperty("device").GetString());
    }
}
