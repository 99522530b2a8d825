namespace Matinee.Text.Tests;

public sealed class OnnxTelemetryTests
{
    [Fact]
    public void SwitchOff_WithAnyModel_NativeCodeSeesIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the environment of .NET is the process's.");

        Encoders.MiniLm.Encode(["any"], TextRole.Query);

        Assert.Equal("1", OnnxTelemetry.Native());
    }
}
