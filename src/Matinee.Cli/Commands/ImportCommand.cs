using System.CommandLine;
using Matinee.Cli.Importing;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Commands;

/// <summary><c>import</c>: ratings and libraries of other sites and servers, as movies of a model's catalogue.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var options = new ImportOptions();
        var jellyfin = new JellyfinOptions();
        var upload = new UploadOptions();
        var command = new Command(
            "import",
            "Bring ratings and libraries from Letterboxd, IMDb, Trakt, TMDB, MovieLens, Jellyfin and Plex."
        );
        options.AddTo(command);
        jellyfin.AddTo(command);
        upload.AddTo(command, options);
        command.Validators.Add(result =>
        {
            if (options.HasFile(result) == (result.GetResult(jellyfin.Address) is not null))
            {
                result.AddError("Give a file or folder, or a server with --jellyfin; one of them.");
            }
        });
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                ImportRequest request = options.Read(parsed);
                ImportSubject subject = request.Path is { } path
                    ? ImportSubject.At(path)
                    : await jellyfin.ReadAsync(parsed, cancellation);
                if (upload.IsWanted(parsed))
                {
                    await upload.SendAsync(session, parsed, request, subject, cancellation);
                }
                else
                {
                    LocalImport.Run(session, request, subject, cancellation);
                }

                return 0;
            }
        );
        return command;
    }
}
