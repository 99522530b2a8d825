using System.Text.Json;

namespace Matinee.Cli.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    // In the processes of their own that people get, too.
    [Fact]
    public async Task Doctor_ModelThatIsNotThere_FailsAndEveryLibraryWorks()
    {
        CliResult result = await Workspace.RunAsync(
            "doctor",
            "--json",
            "--model-path",
            workspace.Path("nowhere"),
            "--port",
            $"{FreePort.Find()}"
        );

        using JsonDocument json = JsonDocument.Parse(result.Out);
        Dictionary<string, (string? Status, string? Detail)> checks = json
            .RootElement.GetProperty("checks")
            .EnumerateArray()
            .ToDictionary(
                check => check.GetProperty("name").GetString()!,
                check => (check.GetProperty("status").GetString(), check.GetProperty("detail").GetString())
            );
        Assert.Equal(1, result.Code);
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal("failed", checks["model"].Status);
        Assert.Equal("ok", checks["port"].Status);
        Assert.Matches("^v[0-9.]+: ", checks["DuckDB"].Detail);
        Assert.Matches("^3[0-9.]+: ", checks["SQLite"].Detail);
        Assert.Equal("reads texts: 384 numbers each", checks["ONNX Runtime"].Detail);
        Assert.Matches("^2[0-9.]+: networks train$", checks["libtorch"].Detail);
    }

    [Fact]
    public async Task Doctor_UnknownProbe_NamesThoseThereAre() =>
        (await Workspace.RunAsync("doctor", "--probe", "cuda")).FailedWith(1, "libtorch, ONNX Runtime, DuckDB, SQLite");
}
