namespace Matinee.Cli.Tests.Documentation.Commands;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("a b  # c", "a|b")]
    [InlineData("a 'b c' \"d 'e'\"", "a|b c|d 'e'")]
    [InlineData("a ''", "a|")]
    [InlineData("a -F 'x={\"y#1\": 2}' b=c#d", "a|-F|x={\"y#1\": 2}|b=c#d")]
    [InlineData("KEY=… A_B='c d' a E=f", "a|E=f")]
    [InlineData("cd a && b c; d", "cd|a||b|c||d")]
    [InlineData("cd a && ./b c >>d.log 2>&1", "cd|a||./b|c")]
    [InlineData("a < b 'c > d' > e", "a|<|b|c > d")]
    [InlineData("# nothing", "")]
    [InlineData("A=b", "")]
    public void Split_Line_IsAsAShellReadsIt(string line, string expected) =>
        Assert.Equal(expected, string.Join("||", ShellWords.Split(line).Select(command => string.Join('|', command))));
}
