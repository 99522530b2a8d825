using System.Reflection;

namespace Matinee.Tests.PublicApi;

/// <summary>A package's PublicAPI.txt.</summary>
internal static class ApiFile
{
    private const string WriteVariable = "MATINEE_WRITE_API";

    /// <summary>Compares it with the assembly, or writes it where the variable asks for that.</summary>
    public static void Check(Assembly assembly, params Type[] alsoMet)
    {
        string name = assembly.GetName().Name!;
        string path = Path.Combine(TestData.RepositoryRoot(), "src", name, "PublicAPI.txt");
        string[] now = [.. ApiText.Lines(PublicTypes.Of(assembly, alsoMet))];
        if (Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 })
        {
            File.WriteAllLines(path, now);
        }

        string[] promised = File.ReadAllLines(path);
        IEnumerable<string> differences = promised
            .Except(now)
            .Select(line => $"- {line}")
            .Concat(now.Except(promised).Select(line => $"+ {line}"));
        Assert.True(
            now.SequenceEqual(promised),
            $"What {name} offers is not what src/{name}/PublicAPI.txt says. If it is meant, run ./build.sh api; a line that went or changed breaks "
                + $"callers (docs/packages.md).\n{string.Join('\n', differences)}"
        );
    }
}
