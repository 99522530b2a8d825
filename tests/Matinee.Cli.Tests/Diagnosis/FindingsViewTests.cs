using System.Text.Json;
using Matinee.Cli.Diagnosis;
using Spectre.Console;

namespace Matinee.Cli.Tests.Diagnosis;

public sealed class FindingsViewTests
{
    private static readonly string Words = string.Join(' ', Enumerable.Repeat("word", 40));

    [Fact]
    public void Of_LongTexts_FitsEightyColumns()
    {
        string[] lines = Lines([Finding.Failed("disk: models", Words, Words), Finding.Ok("model", "[x]")]);

        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, line));
        Assert.Equal(80, lines.Sum(line => line.Split("word").Length - 1));
        Assert.Contains(lines, line => line.StartsWith("✓ model", StringComparison.Ordinal) && line.Contains("[x]"));
    }

    [Theory]
    [InlineData("", "Matinee can work here.")]
    [InlineData("!", "Matinee can work here; 1 thing is worth a look.")]
    [InlineData("✗", "1 thing needs mending.")]
    [InlineData("✗!✗!", "2 things need mending; 2 things are worth a look.")]
    public void Of_EveryKind_EndsWithTheVerdict(string marks, string verdict)
    {
        Finding[] findings =
        [
            Finding.Ok("a", "fine"),
            .. marks.Select(mark => mark == '!' ? Finding.Warning("b", "so") : Finding.Failed("c", "bad")),
        ];

        string[] lines = Lines(findings);

        Assert.Equal(verdict, lines[^1].Trim());
        Assert.Equal('✓' + marks, string.Concat(lines.Take(findings.Length).Select(line => line[0])));
    }

    [Fact]
    public void Of_NoUnicode_MarksInAscii() =>
        Assert.Equal("x", Lines([Finding.Failed("a", "bad")], unicode: false)[0][..1]);

    [Fact]
    public void Json_Findings_HasStatusesInLowerCaseAndWhetherAllIsWell()
    {
        using JsonDocument json = JsonDocument.Parse(
            FindingsAnswer.Json([Finding.Ok("a", "fine"), Finding.Failed("b", "bad", "mend it")])
        );

        JsonElement checks = json.RootElement.GetProperty("checks");
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal("ok", checks[0].GetProperty("status").GetString());
        Assert.False(checks[0].TryGetProperty("fix", out _));
        Assert.Equal("failed", checks[1].GetProperty("status").GetString());
        Assert.Equal("mend it", checks[1].GetProperty("fix").GetString());
    }

    private static string[] Lines(Finding[] findings, bool unicode = true)
    {
        var output = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 80;
        console.Write(FindingsView.Of(findings, unicode));
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
