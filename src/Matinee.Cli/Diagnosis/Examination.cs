using Matinee.Api.Hosting;
using Matinee.Core;
using Matinee.Data.Download;
using Matinee.Text.Caching;

namespace Matinee.Cli.Diagnosis;

/// <summary>What is to be examined.</summary>
/// <param name="DataDir">The dataset; null: the default folder, which may be missing.</param>
/// <param name="ModelPath">The model; null: the one that <c>serve</c> would take, which may be missing.</param>
/// <param name="Port">Null: the one that <c>serve</c> would take.</param>
internal sealed record ExaminationRequest(string? DataDir, string? ModelPath, int? Port);

/// <summary>All checks: side by side, since some wait for a process or a disk, and told in one order.</summary>
/// <param name="probe">Tries a native library, where it can do no harm.</param>
internal sealed class Examination(Func<NativeProbe, CancellationToken, Task<ProbeEnd>> probe)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(ExaminationRequest request, CancellationToken cancellation)
    {
        (ServerOptions server, Finding settings) = Settings(request);
        string data = request.DataDir ?? Commands.CommonOptions.DefaultDataDir;
        string cache = CacheFolder.Default;
        Task<ProbeEnd> torch = probe(NativeProbe.Torch, cancellation);
        Task<Finding>[] checks =
        [
            Here(MachineChecks.Program),
            Here(() => MachineChecks.Runtime(Environment.Version)),
            SdkAsync(cancellation),
            Here(() => MachineChecks.Memory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)),
            Here(() => MachineChecks.Disk("data", data, FreeSpace.Of(data))),
            Here(() => MachineChecks.Disk("models", server.ModelPath, FreeSpace.Of(server.ModelPath))),
            Here(() => MachineChecks.Cache(cache)),
            ProbedAsync(NativeProbe.Duck, probe(NativeProbe.Duck, cancellation)),
            ProbedAsync(NativeProbe.Sqlite, probe(NativeProbe.Sqlite, cancellation)),
            ProbedAsync(NativeProbe.Onnx, probe(NativeProbe.Onnx, cancellation)),
            TorchAsync(torch),
            GpuAsync(torch),
            Task.FromResult(settings),
            ServerChecks.PortAsync(server, cancellation),
            Here(() => ServerChecks.Pages(server.WebPath)),
            FolderChecks.StoreAsync(server.Store, cancellation),
            Here(() => FolderChecks.Dataset(data, request.DataDir is not null, cancellation)),
            Here(() => FolderChecks.Model(server.ModelPath, request.ModelPath is not null)),
        ];
        return await Task.WhenAll(checks);

        Task<Finding> Here(Func<Finding> check) => Task.Run(check, cancellation);
    }

    private static (ServerOptions Server, Finding Finding) Settings(ExaminationRequest request)
    {
        var given = new ServerOptions();
        var flags = new Dictionary<string, string>();
        if (request.ModelPath is { } model)
        {
            given = given with { ModelPath = model };
            flags["model-path"] = model;
        }

        if (request.Port is { } port)
        {
            given = port <= ushort.MaxValue ? given with { Port = port } : given;
            flags["port"] = $"{port}";
        }

        try
        {
            ServerOptions read = ServerConfiguration.OfThisProcess.Read(flags);
            return (read, Finding.Ok("settings", "those of 'serve' can be read"));
        }
        catch (MatineeException exception)
        {
            return (given, Finding.Failed("settings", exception.Message));
        }
    }

    private static async Task<Finding> ProbedAsync(NativeProbe probe, Task<ProbeEnd> end) => (await end).Read(probe);

    private static async Task<Finding> TorchAsync(Task<ProbeEnd> end)
    {
        Finding finding = (await end).Read(NativeProbe.Torch);
        // Where none exists for the machine or was left out, nothing is broken.
        return finding.Status == FindingStatus.Failed && !Neural.TorchRuntime.IsPresent
            ? Finding.Warning(
                NativeProbe.Torch.Name,
                "not part of this program: networks are not trained here; all else works",
                "To train them, build from the sources on Linux with glibc, macOS or Windows."
            )
            : finding;
    }

    private static async Task<Finding> GpuAsync(Task<ProbeEnd> end) =>
        MachineChecks.Gpu(
            int.TryParse((await end).Second, out int gpus) ? gpus : null,
            MachineChecks.HasNvidiaDriver()
        );

    private static async Task<Finding> SdkAsync(CancellationToken cancellation)
    {
        ProbeEnd end = await ProbeProcess.RunAsync(["dotnet", "--list-sdks"], ProbeProcess.Longest, cancellation);
        return MachineChecks.Sdk(end.Code == 0 ? end.Out : null);
    }
}
