using System.Net;
using Matinee.Data.Download;

namespace Matinee.Data.Registry;

/// <summary>What a person is told when a registry or a package can't be had.</summary>
internal static class RegistryErrors
{
    public static MatineeException Unreachable(Uri url, NetworkFault fault) =>
        new(
            $"Could not fetch {url}: {fault.Cause}. Check the internet connection and --registry, and run the same command again.",
            fault
        );

    public static MatineeException Refused(Uri url, HttpStatusCode status) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.Gone
            ? new MatineeException(
                $"{url} does not exist on the server ({(int)status}). Check --registry; if that is right, ask whoever keeps "
                    + "the registry."
            )
            : new MatineeException(
                $"The server refused {url} with status {(int)status}. Try again later, or open the address in a browser."
            );

    public static MatineeException TooLarge(Uri url, int bytes) =>
        new($"{url} is larger than {ByteSize.Format(bytes)}, so it is no registry of models. Check --registry.");

    public static MatineeException NoPackage(string file, RegistryEntry entry) =>
        new(
            $"{file} is not there, though the registry offers '{entry.Name}'. Copy the package beside its registry.json, or "
                + "build it again."
        );

    /// <param name="removed">Whether what was fetched was thrown away.</param>
    public static MatineeException WrongPackage(string package, RegistryEntry entry, string actual, bool removed) =>
        new(
            $"{package} is damaged or not what the registry offers as '{entry.Name}': {actual}. "
                + (
                    removed
                        ? "The download was removed; run the same command again, and ask whoever keeps the registry if it ends the same way."
                        : "Copy it again, or build it again."
                )
        );

    public static MatineeException OtherModel(string folder) =>
        new($"{folder} holds another model. Pass --force to replace it, or choose another --output-dir.");

    public static MatineeException NotReadable(string package, Exception exception) =>
        new($"{package} was not unpacked: {exception.Message}. Ask whoever keeps the registry.", exception);
}
