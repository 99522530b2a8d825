using Matinee.Api.Tests.Store.Backup;
using Matinee.Api.Tests.Store.Durability;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Matinee.Api.Tests;

/// <summary>Runs the tests, or what a test wants to kill in a process of its own.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) =>
        args switch
        {
            [StoreClients.Argument, string store, string firstNumber] => StoreClients.RunAsync(store, firstNumber),
            [RestoreProgram.Argument, string store, string file] => RestoreProgram.RunAsync(store, file),
            _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
                TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
            _ => ConsoleRunner.Run(args),
        };
}
