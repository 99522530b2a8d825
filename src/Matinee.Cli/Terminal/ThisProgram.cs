namespace Matinee.Cli.Terminal;

/// <summary>How to start this program once more, as a process of its own.</summary>
internal static class ThisProgram
{
    private const string Name = "matinee";

    /// <summary>What stands before the arguments: the program, or <c>dotnet</c> and the assembly.</summary>
    public static IReadOnlyList<string> Words { get; } = Find(Environment.ProcessPath, AppContext.BaseDirectory);

    internal static IReadOnlyList<string> Find(string? process, string folder)
    {
        if (Path.GetFileNameWithoutExtension(process) == Name)
        {
            return [process!];
        }

        // In a host of another name, such as dotnet itself or a test runner.
        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name);
        string assembly = Path.Combine(folder, $"{Name}.dll");
        return File.Exists(program) ? [program]
            : File.Exists(assembly) ? ["dotnet", assembly]
            // All in one file, which someone has renamed.
            : [process ?? Name];
    }
}
