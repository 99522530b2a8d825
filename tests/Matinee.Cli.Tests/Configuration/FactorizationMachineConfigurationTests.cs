using System.Reflection;
using Matinee.Cli.Configuration;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Cli.Tests.Configuration;

public sealed class FactorizationMachineConfigurationTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    public static TheoryData<string> Options() =>
        [
            .. typeof(FactorizationMachineOptions)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => property.Name),
        ];

    [Theory]
    [MemberData(nameof(Options))]
    public void Read_EveryOption_HasAKeyThatSetsIt(string name)
    {
        PropertyInfo property = typeof(FactorizationMachineOptions).GetProperty(name)!;
        string text = Another(property.GetValue(new FactorizationMachineOptions())!);

        ModelConfiguration configuration = Read(
            $"model: fm\nmodel_params:\n  {OptionRules.ConfigName(name)}: {text}\n"
        );

        var options = (FactorizationMachineOptions)Assert.Single(configuration.Candidates);
        Assert.Equal(text, OptionValue.Text(property.GetValue(options)!));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Guide_EveryOption_StandsInItsTableWithItsDefault(string name)
    {
        string guide = File.ReadAllText(Path.Combine(TestData.RepositoryRoot(), "docs", "fm.md"));
        PropertyInfo property = typeof(FactorizationMachineOptions).GetProperty(name)!;

        string table = guide[guide.IndexOf("\n| `model_params` | default |", StringComparison.Ordinal)..];

        string usual = OptionValue.Text(property.GetValue(new FactorizationMachineOptions())!);
        Assert.Contains(
            $"\n| `{OptionRules.ConfigName(name)}` | {usual} |",
            table[..table.IndexOf("\n\n", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    // What people take from this file should be what they get without it.
    [Fact]
    public void Shipped_EveryKey_IsThereAtItsDefault()
    {
        const string shipped = "configs/fm.yaml";
        string[] keys = [.. Options().Select(option => OptionRules.ConfigName(option.Data))];
        string[] lines = File.ReadAllLines(Path.Combine(TestData.RepositoryRoot(), shipped));

        Assert.Equal(
            [new FactorizationMachineOptions()],
            ModelConfiguration.Read(shipped, KnownModels.Kinds).Candidates
        );
        Assert.All(
            keys,
            key => Assert.Contains(lines, line => line.StartsWith($"  {key}: ", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("model_params:\n  sweeps: 0", "line 3: sweeps is 0; it must be between 1 and 100000.")]
    [InlineData("model_params:\n  burn_in: 1", "line 3: burn_in is 1; it must be between 0 and 0.95.")]
    [InlineData("model_params:\n  ranks: 3", "line 3: unknown key 'ranks' in model_params. Did you mean 'rank'?")]
    [InlineData("rank: 3", "line 2: unknown key 'rank' in the configuration.")]
    [InlineData("model_params:\n  likelihood: logit", "probit")]
    public void Read_Mistake_NamesTheLineAndTheWayOut(string yaml, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => Read("model: fm\n" + yaml));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static string Another(object value) =>
        value switch
        {
            bool flag => OptionValue.Text(!flag),
            int number => OptionValue.Text(number / 2),
            double => "0.25",
            RatingLikelihood => OptionValue.Text(RatingLikelihood.Gaussian),
            _ => throw new NotSupportedException(value.GetType().Name),
        };

    private ModelConfiguration Read(string yaml)
    {
        File.WriteAllText(path, yaml);
        return ModelConfiguration.Read(path, KnownModels.Kinds);
    }
}
