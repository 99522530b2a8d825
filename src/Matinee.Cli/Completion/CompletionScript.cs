namespace Matinee.Cli.Completion;

/// <summary>
/// What a shell reads to complete <c>matinee</c>. Each asks the program itself, by the directive <c>[suggest:N]</c> of
/// System.CommandLine: new commands and options complete without a new script.
/// </summary>
internal static class CompletionScript
{
    /// <summary>The shells that there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string For(string shell)
    {
        using Stream stream = typeof(CompletionScript).Assembly.GetManifestResourceStream($"matinee.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
