using System.CommandLine;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>
/// Somebody who types documented commands in a folder, one after another. It is the process's working folder meanwhile, so that no
/// other test may run. Servers take a free port and leave texts unread.
/// </summary>
internal sealed class TypedSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string folder;
    private readonly string before = Environment.CurrentDirectory;
    private readonly int port = FreePort.Find();
    private readonly HttpClient http = new() { Timeout = Patience };
    private readonly List<string> problems = [];
    private CancellationTokenSource? stop;
    private Task<int>? serving;

    public TypedSession(string folder)
    {
        this.folder = folder;
        Environment.CurrentDirectory = folder;
        SetVariables(
            ("MATINEE_PORT", $"{port}"),
            ("MATINEE_SEMANTIC_SEARCH", "off"),
            ("MATINEE_LOG_LEVEL", "ERROR"),
            ("MATINEE_CACHE", Path.Combine(TestData.RepositoryRoot(), ".build", "test-cache"))
        );
    }

    /// <summary>What stands for an example of the documents' in a command's words.</summary>
    public Dictionary<string, string> Meant { get; } = [];

    /// <summary>What did not work, in what was typed so far.</summary>
    public IReadOnlyList<string> Problems => problems;

    public async Task TypeAsync(DocumentedCommand command)
    {
        string[] words = [.. command.Words.Skip(1).Select(Mean)];
        bool matinee = command.Program == DocumentedCommand.Matinee;
        bool serves = matinee && words[0] == "serve";
        if (serves || (serving is null && command.Text.Contains(":3000", StringComparison.Ordinal)))
        {
            await StopAsync();
            await ServeAsync(command, serves ? words : ["serve"]);
        }

        if (matinee && !serves)
        {
            CliResult result = await Workspace.RunAsync([
                .. words.Select(word => word.Replace("127.0.0.1:3000", $"127.0.0.1:{port}", StringComparison.Ordinal)),
            ]);
            Note(command, result.Code == 0, $"exit code {result.Code}\n{result.Error}");
        }
        else if (!matinee)
        {
            using HttpRequestMessage request = CurlCommand.Read(words, folder, new Uri($"http://127.0.0.1:{port}"));
            using HttpResponseMessage response = await http.SendAsync(request);
            string text = await response.Content.ReadAsStringAsync();
            Note(command, response.IsSuccessStatusCode, $"{(int)response.StatusCode}\n{text}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        try
        {
            await StopAsync();
        }
        finally
        {
            SetVariables(
                ("MATINEE_PORT", null),
                ("MATINEE_SEMANTIC_SEARCH", null),
                ("MATINEE_LOG_LEVEL", null),
                ("MATINEE_CACHE", null)
            );
            Environment.CurrentDirectory = before;
        }
    }

    private string Mean(string word) =>
        Meant.Aggregate(word, (text, one) => text.Replace(one.Key, one.Value, StringComparison.Ordinal));

    private async Task ServeAsync(DocumentedCommand command, string[] words)
    {
        var error = new StringWriter();
        stop = new CancellationTokenSource();
        serving = MatineeCli
            .CreateRoot()
            .Parse(words)
            .InvokeAsync(
                new InvocationConfiguration
                {
                    Output = TextWriter.Null,
                    Error = error,
                    ProcessTerminationTimeout = null,
                },
                stop.Token
            );
        using var limit = new CancellationTokenSource(Patience);
        while (!serving.IsCompleted && !await IsReadyAsync())
        {
            await Task.Delay(20, limit.Token);
        }

        if (serving.IsCompleted)
        {
            Note(command, false, $"The server ended with code {await serving}.\n{error}");
            stop.Dispose();
            serving = null;
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using HttpResponseMessage ready = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return ready.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task StopAsync()
    {
        if (serving is not null)
        {
            await stop!.CancelAsync();
            int code = await serving;
            stop.Dispose();
            serving = null;
            Assert.Equal(0, code);
        }
    }

    private void Note(DocumentedCommand command, bool worked, string printed)
    {
        if (!worked)
        {
            problems.Add($"{command}\n{printed}");
        }
    }

    private static void SetVariables(params (string Name, string? Value)[] variables) =>
        Array.ForEach(variables, one => Environment.SetEnvironmentVariable(one.Name, one.Value));
}
