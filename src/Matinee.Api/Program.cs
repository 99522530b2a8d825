using System.Runtime.InteropServices;
using Matinee.Api.Hosting;
using Matinee.Core;

if (CommandLine.AsksForHelp(args))
{
    await CommandLine.WriteHelpAsync(Console.Out);
    return 0;
}

using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    ServerOptions options = ServerConfiguration.OfThisProcess.Read(CommandLine.Read(args));
    await MatineeServer.RunAsync(options, Console.Out, cancellation: stop.Token);
    return 0;
}
catch (MatineeException exception)
{
    await Console.Error.WriteLineAsync($"error: {exception.Message}");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}

void Stop(PosixSignalContext signal)
{
    // A second one ends the process at once.
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
