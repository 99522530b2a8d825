namespace Matinee.Cli.Tests;

/// <summary>A network that trains in seconds.</summary>
internal static class TinyNetwork
{
    public static string Yaml(int epochs) =>
        $"""
            model: hybrid
            n_epochs: {epochs}
            batch_size: 40
            early_stopping_patience: {epochs}
            model_params:
              n_factors: 8
              ranking_factors: 16
              key_dimension: 4
              content_factors: 8
              hidden_units: 8
            llm_params:
              max_tags: 1
            """;
}
