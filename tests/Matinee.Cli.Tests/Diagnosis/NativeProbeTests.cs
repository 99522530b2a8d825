using Matinee.Cli.Diagnosis;

namespace Matinee.Cli.Tests.Diagnosis;

public sealed class NativeProbeTests
{
    private static readonly NativeProbe Any = new("library", () => "", "Build again.");

    [Fact]
    public void Try_LibraryThatDoesNotLoad_IsToldAndNotThrown()
    {
        var broken = new NativeProbe(
            "library",
            () => throw new TypeInitializationException("X", new DllNotFoundException("libx.so:\nno such file")),
            "Build again."
        );
        var output = new StringWriter { NewLine = "\n" };

        Assert.Equal(1, broken.Run(output));
        Assert.Equal("libx.so: no such file\n", output.ToString());
    }

    [Theory]
    [InlineData("echo fine; echo 2", "Ok", "fine")]
    [InlineData("echo no such file; exit 1", "Failed", "no such file")]
    [InlineData("exit 1", "Failed", "ends its process (exit code 1)")]
    [InlineData("echo half; kill -SEGV $$", "Failed", "ends its process (segmentation fault)")]
    [InlineData("kill -ILL $$", "Failed", "ends its process (illegal instruction: ")]
    [InlineData("exec sleep 60", "Failed", "does not answer within ")]
    public async Task Read_HoweverTheProcessEnds_SaysSo(string script, string status, string detail)
    {
        ProbeEnd end = await ProbeProcess.RunAsync(
            ["/bin/sh", "-c", script],
            TimeSpan.FromSeconds(script.Contains("sleep", StringComparison.Ordinal) ? 0.05 : 30),
            CancellationToken.None
        );
        Finding finding = end.Read(Any);

        Assert.Equal(status, $"{finding.Status}");
        Assert.StartsWith(detail, finding.Detail, StringComparison.Ordinal);
        Assert.Equal(status == "Ok" ? null : "Build again.", finding.Fix);
        Assert.Equal(status == "Ok" ? "2" : null, end.Second);
    }

    [Fact]
    public async Task RunAsync_ProgramThatIsNotThere_IsAFailure()
    {
        ProbeEnd end = await ProbeProcess.RunAsync(
            ["/nowhere/matinee", "doctor"],
            TimeSpan.FromSeconds(1),
            CancellationToken.None
        );

        Assert.Contains("/nowhere/matinee", end.Read(Any).Detail, StringComparison.Ordinal);
    }
}
