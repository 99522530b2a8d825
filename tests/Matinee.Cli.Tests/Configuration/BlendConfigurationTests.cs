using Matinee.Cli.Configuration;
using Matinee.Core;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Models.ImplicitAls;
using YamlDotNet.RepresentationModel;

namespace Matinee.Cli.Tests.Configuration;

public sealed class BlendConfigurationTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Read_PathAndInPlace_GivesEachModelItsCandidates()
    {
        Write("parts/ease.yaml", "model: ease\nmodel_params: { regularization: [7, 70] }\n");
        BlendOptions options = Read(
            """
            model: blend
            valid_ratio: 0.2
            parts:
              ease: parts/ease.yaml
              als: { factors: 8, iterations: 3 }
              popularity:
            model_params: { use_order: true, use_recent: false, bags: 3 }
            """
        );

        Assert.Equal(["ease", "als", "popularity"], options.Plan.Select(part => part.Kind.Name));
        Assert.Equal(
            [7, 70],
            options.Plan[0].Candidates.Cast<EaseOptions>().Select(candidate => candidate.Regularization)
        );
        ImplicitAlsOptions als = Assert.IsType<ImplicitAlsOptions>(Assert.Single(options.Plan[1].Candidates));
        Assert.Equal((8, 3), (als.Factors, als.Iterations));
        Assert.Equal(
            (0.2, true, false, true, 3),
            (options.ValidRatio, options.UseOrder, options.UseRecent, options.UseTime, options.Bags)
        );
    }

    [Theory]
    [InlineData("blend.yaml", new[] { "ease", "als", "hybrid", "fm" })]
    [InlineData("quickstart.yaml", new[] { "ease", "als", "fm" })]
    [InlineData("large-blend.yaml", new[] { "als", "fm" })]
    [InlineData("tiny.yaml", new[] { "ease", "als", "fm" })]
    [InlineData("small.yaml", new[] { "als", "fm" })]
    [InlineData("large.yaml", new[] { "als", "fm" })]
    public void Read_ShippedConfiguration_NamesItsModels(string file, string[] models)
    {
        ModelConfiguration configuration = ModelConfiguration.Read($"configs/{file}", KnownModels.Kinds);

        var options = (BlendOptions)Assert.Single(configuration.Candidates);
        Assert.Equal(models, options.Plan.Select(part => part.Kind.Name));
    }

    [Theory]
    [InlineData("parts: { eese: ease.yaml }", "unknown key 'eese' in parts. Did you mean 'ease'?")]
    [InlineData(
        "parts: { ease: { regularisation: 3 } }",
        "unknown key 'regularisation' in parts.ease. Did you mean 'regularization'?"
    )]
    [InlineData("parts: { ease: { regularization: -1 } }", "regularization is -1")]
    [InlineData("parts: { ease: nowhere.yaml }", "nowhere.yaml does not exist")]
    [InlineData("parts: { ease: configs/als.yaml }", "configs/als.yaml trains 'als', not 'ease'.")]
    [InlineData("parts: { ease: [1, 2] }", "ease must be a configuration's path, or 'key: value' lines.")]
    [InlineData("parts: { blend: blend.yaml }", "unknown key 'blend' in parts")]
    [InlineData("model_params: { bags: 0 }", "bags is 0; it must be at least 1.")]
    [InlineData("valid_ratio: 0.7", "valid_ratio is 0.7; it must be between 0.01 and 0.5.")]
    public void Read_Mistake_NamesItAndTheRemedy(string lines, string message)
    {
        var exception = Assert.Throws<MatineeException>(() => Read($"model: blend\n{lines}\n"));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ShippedParts_ReadBackTheSame()
    {
        IReadOnlyList<BlendPart> parts = Parts("configs/blend.yaml");

        using var yaml = new StringWriter();
        var root = new YamlMappingNode { { "model", "blend" }, { "parts", BlendPartsYaml.Write(parts) } };
        new YamlStream(new YamlDocument(root)).Save(yaml, assignAnchors: false);

        IReadOnlyList<BlendPart> again = Parts(Write("again.yaml", yaml.ToString()));
        Assert.Equal(parts.Select(part => part.Kind.Name), again.Select(part => part.Kind.Name));
        Assert.Equal(parts.SelectMany(part => part.Candidates), again.SelectMany(part => part.Candidates));

        static IReadOnlyList<BlendPart> Parts(string path) =>
            ((BlendOptions)ModelConfiguration.Read(path, KnownModels.Kinds).Candidates[0]).Plan;
    }

    [Fact]
    public void Read_PartsOfAnotherModel_IsAnUnknownKey()
    {
        string path = Write("ease.yaml", "model: ease\nparts: { als: als.yaml }\n");

        var exception = Assert.Throws<MatineeException>(() => ModelConfiguration.Read(path, KnownModels.Kinds));

        Assert.Contains("unknown key 'parts'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_Device_ReachesTheNetworkInABlend()
    {
        string path = Write("blend.yaml", "model: blend\nparts: { ease: , hybrid: }\n");

        ModelConfiguration configuration = ModelConfiguration.Read(path, KnownModels.Kinds).On("cpu");

        var options = (BlendOptions)configuration.Candidates[0];
        Assert.Equal(HybridDevice.Cpu, ((HybridOptions)options.Plan[1].Candidates[0]).Device);
    }

    [Fact]
    public void On_DeviceWithoutANetwork_IsRefused()
    {
        string path = Write("blend.yaml", "model: blend\nparts: { ease: }\n");

        Assert.Throws<MatineeException>(() => ModelConfiguration.Read(path, KnownModels.Kinds).On("cpu"));
    }

    private BlendOptions Read(string yaml) =>
        (BlendOptions)Assert.Single(ModelConfiguration.Read(Write("blend.yaml", yaml), KnownModels.Kinds).Candidates);

    private string Write(string name, string text)
    {
        string path = workspace.Path(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
