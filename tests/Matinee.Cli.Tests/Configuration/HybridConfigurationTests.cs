using System.Collections;
using System.Reflection;
using Matinee.Cli.Configuration;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Cli.Tests.Configuration;

public sealed class HybridConfigurationTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_KeysOfEverySection_AreHeard()
    {
        ModelConfiguration configuration = Read(
            """
            model: hybrid
            valid_ratio: 0.2
            batch_size: 8
            n_epochs: 3
            early_stopping_patience: 2
            model_params:
              n_factors: 8
              device: cpu
            llm_params:
              pooling: cls
              max_tags: 5
            """
        );

        Assert.Equal(
            [
                new HybridOptions
                {
                    ValidRatio = 0.2,
                    BatchSize = 8,
                    NEpochs = 3,
                    EarlyStoppingPatience = 2,
                    NFactors = 8,
                    Device = HybridDevice.Cpu,
                    Pooling = HybridPooling.Cls,
                    MaxTags = 5,
                },
            ],
            configuration.Candidates
        );
    }

    [Fact]
    public void Read_ListsInAnySection_GiveEveryCombination()
    {
        ModelConfiguration configuration = Read(
            """
            model: hybrid
            n_epochs: [3, 4]
            llm_params:
              max_tags: [5, 6]
            """
        );

        Assert.Equal(
            [(3, 5), (3, 6), (4, 5), (4, 6)],
            configuration.Candidates.Cast<HybridOptions>().Select(options => (options.NEpochs, options.MaxTags))
        );
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Read_EveryOption_HasOneKeyThatSetsIt(string name)
    {
        PropertyInfo property = typeof(HybridOptions).GetProperty(name)!;
        string key = OptionRules.ConfigName(name);
        string text = Another(property.GetValue(new HybridOptions())!);

        string[] heard = [.. Everywhere(key, text).Where(IsRead)];

        string yaml = Assert.Single(heard);
        var options = (HybridOptions)Read(yaml).Candidates[0];
        Assert.Equal(text, OptionValue.Text(property.GetValue(options)!));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Guide_EveryOption_StandsInItsTableWithItsDefault(string name)
    {
        string guide = File.ReadAllText(Path.Combine(TestData.RepositoryRoot(), "docs", "hybrid.md"));
        OptionKey key = OptionKey.Of(HybridModel.ModelKind).Single(option => option.Property.Name == name);
        string title = key.Section.Length == 0 ? "top level" : $"`{key.Section}`";

        string table = guide[guide.IndexOf($"\n| {title} | default |", StringComparison.Ordinal)..];

        string usual = OptionValue.Text(key.Property.GetValue(new HybridOptions())!);
        string row = $"\n| `{key.Name}` | {usual}{(usual.Length > 0 ? " " : "")}|";
        Assert.Contains(row, table[..table.IndexOf("\n\n", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    // What people take from this file should be what they get without it.
    [Fact]
    public void Shipped_EveryKey_IsAtItsDefault() =>
        Assert.Equal(
            [new HybridOptions()],
            ModelConfiguration.Read("configs/hybrid.yaml", KnownModels.Kinds).Candidates
        );

    [Theory]
    [InlineData(
        "model_params:\n  n_epochs: 3",
        "line 3: unknown key 'n_epochs' in model_params. It belongs at the top level of the file."
    )]
    [InlineData("n_factors: 3", "line 2: unknown key 'n_factors' in the configuration. It belongs under model_params.")]
    [InlineData(
        "model_params:\n  embedding_dim: 3",
        "line 3: unknown key 'embedding_dim' in model_params. It belongs under llm_params."
    )]
    [InlineData("llm_params:\n  random_seed: 3", "It belongs at the top level of the file.")]
    [InlineData("n_epoch: 3", "Did you mean 'n_epochs'?")]
    [InlineData(
        "llm_params:\n  embeding_dim: 3",
        "line 3: unknown key 'embeding_dim' in llm_params. Did you mean 'embedding_dim'?"
    )]
    [InlineData("n_epochs: 0", "line 2: n_epochs is 0; it must be between 1 and 10000.")]
    [InlineData("model_params:\n  n_factors: 8\n  history_heads: 5", "ranking_factors is 256 and history_heads 5")]
    [InlineData("stop_after: 3", "unknown key 'stop_after'")]
    [InlineData("llm_params: 3", "line 2: llm_params must hold 'key: value' lines.")]
    public void Read_Mistake_NamesTheLineAndTheWayOut(string yaml, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => Read("model: hybrid\n" + yaml));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n_epochs: 3", "line 2: unknown key 'n_epochs' in the configuration. Model 'ease' does not take it")]
    [InlineData("llm_params:\n  max_tags: 3", "Model 'ease' does not take it; it is for 'hybrid'.")]
    public void Read_AnotherModel_RefusesTheKeys(string yaml, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => Read("model: ease\n" + yaml));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_Device_OverridesEveryCandidate()
    {
        ModelConfiguration configuration = Read("model: hybrid\nmodel_params:\n  device: [cuda, auto]\n");

        object only = Assert.Single(configuration.On("cpu").Candidates);

        Assert.Equal(HybridDevice.Cpu, ((HybridOptions)only).Device);
    }

    [Fact]
    public void On_DeviceForAModelWithoutOne_IsRefused()
    {
        var error = Assert.Throws<MatineeException>(() => Read("model: ease\n").On("cpu"));

        Assert.Contains("'ease' trains on the CPU", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Options() =>
        [
            .. typeof(HybridOptions)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => property.Name),
        ];

    private bool IsRead(string yaml)
    {
        try
        {
            Read(yaml);
            return true;
        }
        catch (MatineeException exception) when (exception.Message.Contains("unknown key", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static string[] Everywhere(string key, string value)
    {
        // The two that stand and fall with others keep them company.
        string company = key == "use_text" ? "\n  use_cross_attention: false" : "";
        return
        [
            $"model: hybrid\n{key}: {value}\n",
            $"model: hybrid\nmodel_params:\n  {key}: {value}\n",
            $"model: hybrid\nllm_params:\n  {key}: {value}{company}\n",
        ];
    }

    private static string Another(object value) =>
        value switch
        {
            bool flag => OptionValue.Text(!flag),
            // Half or double: within every range, and heads still divide dimensions.
            int number => OptionValue.Text(number * 2),
            double and 0 => "0.25",
            double number => OptionValue.Text(number / 2),
            string { Length: 0 } => "passage",
            string text => text + ".onnx",
            Enum choice => OptionValue.Text(((IList)Enum.GetValues(choice.GetType()))[1]!),
            _ => throw new NotSupportedException(value.GetType().Name),
        };

    private ModelConfiguration Read(string yaml)
    {
        File.WriteAllText(path, yaml);
        return ModelConfiguration.Read(path, KnownModels.Kinds);
    }
}
