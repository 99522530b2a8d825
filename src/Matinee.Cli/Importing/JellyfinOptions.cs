using System.CommandLine;
using Matinee.Core;
using Matinee.Imports.Jellyfin;
using Matinee.Imports.Reading;

namespace Matinee.Cli.Importing;

/// <summary>A Jellyfin server in place of a file.</summary>
internal sealed class JellyfinOptions
{
    /// <summary>The environment variable of the key, which no command line shows.</summary>
    public const string KeyVariable = "JELLYFIN_API_KEY";

    private readonly Option<string?> user = new("--jellyfin-user")
    {
        Description = "Whose watched films, favourites and library on Jellyfin: a name or an id.",
        HelpName = "name",
    };

    public Option<string?> Address { get; } =
        new("--jellyfin")
        {
            Description =
                $"Read the films of this Jellyfin server, such as http://localhost:8096; an API key of it is in {KeyVariable}.",
            HelpName = "url",
        };

    public void AddTo(Command command)
    {
        command.Options.Add(Address);
        command.Options.Add(user);
        command.Validators.Add(result =>
        {
            if ((result.GetResult(Address) is null) != (result.GetResult(user) is null))
            {
                result.AddError("--jellyfin and --jellyfin-user go together.");
            }
        });
    }

    /// <exception cref="MatineeException">It does not answer as Jellyfin does.</exception>
    public async Task<ImportSubject> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string address = parsed.GetValue(Address)!;
        if (Environment.GetEnvironmentVariable(KeyVariable) is not { Length: > 0 } key)
        {
            throw new MatineeException(
                $"Jellyfin asks for a key. Make one there (Dashboard, API keys) and put it into {KeyVariable}."
            );
        }

        using HttpClient http = JellyfinServer.Connect(address);
        byte[] document = await new JellyfinServer(http, key).ReadMoviesAsync(parsed.GetValue(user)!, cancellation);
        return new ImportSubject(
            "jellyfin.json",
            token => ImportReader.Read("jellyfin.json", document, cancellation: token),
            () => document
        );
    }
}
