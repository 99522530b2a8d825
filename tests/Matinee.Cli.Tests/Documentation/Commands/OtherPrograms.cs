using System.Text.Json;
using System.Text.RegularExpressions;
using Matinee.Cli.Tests.Deployment;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>Commands of other programs: not run, but what they name of this repository must be there.</summary>
internal static partial class OtherPrograms
{
    private static readonly string Root = TestData.RepositoryRoot();

    /// <summary>Programs that name nothing of this repository, and why each is there.</summary>
    public static IReadOnlyDictionary<string, string> Foreign { get; } =
        new Dictionary<string, string>
        {
            ["cd"] = "the shell's",
            ["echo"] = "the shell's",
            ["export"] = "the shell's",
            ["printf"] = "the shell's",
            ["set"] = "the shell's",
            ["for"] = "the shell's",
            ["do"] = "the shell's",
            ["done"] = "the shell's",
            ["createuser"] = "PostgreSQL's",
            ["createdb"] = "PostgreSQL's",
            ["ollama"] = "a language model's server",
            ["claude"] = "an assistant's own command line",
            ["/opt/matinee/Matinee.Api"] = "what deploy/publish.sh wrote; ReadyScriptTests and DockerfileTests",
            [".build/tools/dotnet-ef"] = "a tool that the line above installs",
        };

    /// <summary>What a command names that is not there, in words; null where all is.</summary>
    public static string? Problem(DocumentedCommand command)
    {
        string[] words = [.. command.Words];
        return words switch
        {
            ["./build.sh"] => null,
            ["./build.sh", var target, ..] => Cases("build.sh").Contains(target) ? null : "no such target",
            ["deploy/publish.sh", var what, ..] => Text("deploy/publish.sh")
                .Contains($"\"{what} 2\")", StringComparison.Ordinal)
                ? null
                : "it publishes no such thing",
            ["docker", "compose", var verb, .. var rest] => ComposeProblem(verb, rest),
            ["docker", "build", ..] when words.Contains("--target") => Text("Dockerfile")
                .Contains($" AS {After(words, "--target")}\n", StringComparison.OrdinalIgnoreCase)
                ? null
                : "no such target",
            ["docker", ..] => null,
            ["dotnet", .. var rest] => DotnetProblem(rest),
            ["npm", "run", var script, ..] => Scripts().Contains(script) ? null : "no such script",
            ["npm", "ci" or "test", ..] => null,
            [var program, ..] when Foreign.ContainsKey(program) => null,
            [var program, ..] when program.EndsWith(".sh", StringComparison.Ordinal) => File.Exists(
                Path.Combine(Root, program)
            )
                ? null
                : "no such file",
            _ => $"a program that {nameof(OtherPrograms)} does not know",
        };
    }

    private static string? ComposeProblem(string verb, string[] rest)
    {
        string? service = rest.FirstOrDefault(word => !word.StartsWith('-'));
        if (verb == "down")
        {
            return null;
        }

        var compose = ComposeFile.Read(Path.Combine(Root, "compose.yaml"));
        if (service is null ? verb != "up" : !compose.Services.ContainsKey(service))
        {
            return "no such service";
        }

        // Both hold the program itself.
        return
            service is "cli" or "gpu"
            && MatineeCli.CreateRoot().Parse([.. rest.SkipWhile(word => word != service).Skip(1)]).Errors
                is [var error, ..]
            ? error.Message
            : null;
    }

    private static string? DotnetProblem(string[] words)
    {
        string? project = After(words, "--project") ?? words.Skip(1).FirstOrDefault(IsPlace);
        if (words is ["add", "package", var package, ..])
        {
            project = $"src/{package}";
        }

        if (project is not null && !Path.Exists(Path.Combine(Root, project)))
        {
            return $"no {project}";
        }

        if (After(words, "--filter-class") is { } tests && typeof(OtherPrograms).Assembly.GetType(tests) is null)
        {
            return $"no tests {tests}";
        }

        return
            project == "bench/Matinee.Bench"
            && After(words, "--") is { } benchmark
            && !Text("bench/Matinee.Bench/Program.cs").Contains($"args is [\"{benchmark}\"", StringComparison.Ordinal)
            ? $"no benchmark {benchmark}"
            : words[0] switch
            {
                "build" or "run" or "test" or "publish" or "add" or "tool" or "nuget" => null,
                var tool => Text(".config/dotnet-tools.json").Contains($"\"{tool}\"", StringComparison.Ordinal)
                    ? null
                    : "no such tool",
            };
    }

    private static bool IsPlace(string word) =>
        word.EndsWith(".slnx", StringComparison.Ordinal)
        || word.StartsWith("src/", StringComparison.Ordinal)
        || word.StartsWith("tests/", StringComparison.Ordinal);

    private static string? After(string[] words, string word)
    {
        int at = Array.IndexOf(words, word);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }

    private static IEnumerable<string> Cases(string script) =>
        Case().Matches(Text(script)).SelectMany(match => match.Groups[1].Value.Split(" | "));

    private static string[] Scripts()
    {
        using JsonDocument package = JsonDocument.Parse(Text("web/package.json"));
        return [.. package.RootElement.GetProperty("scripts").EnumerateObject().Select(script => script.Name)];
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    [GeneratedRegex("^  ([a-z |]+)\\) ", RegexOptions.Multiline)]
    private static partial Regex Case();
}
