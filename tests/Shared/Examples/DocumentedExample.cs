using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Matinee.Tests;

/// <summary>A C# program that stands in a document, as it stands there.</summary>
/// <param name="Code">Between the fences.</param>
internal sealed partial record DocumentedExample(string Code)
{
    // What the SDK adds to every console program.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    /// <param name="document">From the repository's root, such as <c>README.md</c>.</param>
    /// <returns>Its fenced blocks of C#, from the first on.</returns>
    public static IReadOnlyList<DocumentedExample> AllOf(string document) =>
        [
            .. Fence()
                .Matches(File.ReadAllText(Path.Combine(TestData.RepositoryRoot(), document)))
                .Select(match => new DocumentedExample(match.Groups["code"].Value)),
        ];

    /// <summary>The only block of a document that uses a namespace.</summary>
    public static DocumentedExample Using(string document, string name) =>
        Assert.Single(AllOf(document), example => example.Code.Contains($"using {name};", StringComparison.Ordinal));

    /// <summary>Compiles the text against what this process has; any warning fails, too.</summary>
    /// <returns>The program, loaded.</returns>
    public Assembly Compile()
    {
        using var stream = new MemoryStream();
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parsing), CSharpSyntaxTree.ParseText(Code, parsing)],
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        Diagnostic[] wrong =
        [
            .. compilation
                .Emit(stream)
                .Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];
        Assert.True(wrong.Length == 0, $"{string.Join('\n', wrong.Select(one => one.ToString()))}\n{Code}");
        return Assembly.Load(stream.ToArray());
    }

    /// <summary>Compiles and runs the text.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync()
    {
        MethodInfo main = Compile().EntryPoint!;
        TextWriter before = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            // The entry point of an async program waits for it: not on a thread that the program itself may need.
            await Task.Run(() => main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]));
        }
        finally
        {
            Console.SetOut(before);
        }

        return printed.ToString();
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
