using System.Net;

namespace Matinee.Data.Download;

/// <summary>What a person is told when a download can't be finished.</summary>
internal static class DownloadErrors
{
    public static MatineeException Unreachable(Uri url, NetworkFault fault, string folder) =>
        new(
            $"Could not download {url}: {fault.Cause}. Check the internet connection and run the same command again; "
                + $"or fetch that zip by other means and unpack it to {folder}; or try Matinee on made-up data with 'matinee demo'.",
            fault
        );

    public static MatineeException Interrupted(Uri url, NetworkFault fault, PartFile part, int attempts)
    {
        string tried = attempts > 1 ? $", {attempts} times in a row" : "";
        string kept =
            part.Length > 0
                ? $"{Amount(part)} are kept in {Shown(part.Path)}; run the same command again to resume there."
                : "Run the same command again later.";
        return new MatineeException($"The download of {url} stopped: {fault.Cause}{tried}. {kept}", fault);
    }

    public static MatineeException Refused(Uri url, HttpStatusCode status) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.Gone
            ? new MatineeException(
                $"{url} does not exist on the server ({(int)status}). Check --base-url, or look for the file on "
                    + "https://grouplens.org/datasets/movielens/ and unpack it by hand."
            )
            : new MatineeException(
                $"The server refused {url} with status {(int)status}. Try again later, or open the address in a browser."
            );

    public static MatineeException WrongChecksum(Uri url, Checksum expected, Checksum actual, ChecksumOrigin origin) =>
        new(
            $"{url} is damaged or not the expected file: its {expected.Algorithm} is {actual.Hex}, "
                + $"{(origin == ChecksumOrigin.Caller ? "--checksum" : "the server's .md5 file")} says {expected.Hex}. "
                + "The zip was removed; run the same command again. If it ends the same way and you trust the file, pass "
                + $"--checksum {actual.Hex}"
        );

    public static MatineeException BadZip(Uri url, BadZipException exception) =>
        new(
            $"{url} was not unpacked: {exception.Message}. The zip was removed; run the same command again.",
            exception
        );

    public static MatineeException DiskFull(string directory, IOException exception) =>
        new(
            $"The disk that holds {directory} is full. What has arrived is kept; free some space and run the same command "
                + "again to resume.",
            exception
        );

    public static MatineeException CannotWrite(string directory, Exception exception) =>
        exception is UnauthorizedAccessException
            ? new MatineeException($"No permission to write in {directory}. Choose another --output-dir.", exception)
            : new MatineeException(
                $"Could not write in {directory} ({exception.Message}). Choose another --output-dir.",
                exception
            );

    public static MatineeException Busy(string folder, IOException exception) =>
        new(
            $"Another download to {folder} is running. Wait until it has ended, then run the same command again.",
            exception
        );

    public static MatineeException OtherFolder(string folder, string ratingsFile) =>
        new(
            $"{folder} exists but holds no {ratingsFile}. If you unpacked a zip there, move the files up from the folder "
                + "inside; or pass --force to download and replace the folder."
        );

    private static string Amount(PartFile part) =>
        part.Version?.Bytes is { } total
            ? $"{ByteSize.Format(part.Length)} of {ByteSize.Format(total)}"
            : ByteSize.Format(part.Length);

    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);
}
