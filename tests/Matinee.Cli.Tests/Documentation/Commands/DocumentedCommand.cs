namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>A command of a block, in its words, and where it stands.</summary>
internal sealed record DocumentedCommand(string Page, int Line, IReadOnlyList<string> Words)
{
    public const string Matinee = "./matinee";

    public string Program => Words[0];

    public string Text { get; } = string.Join(' ', Words);

    public override string ToString() => $"{Page}:{Line}: {Text}";
}
