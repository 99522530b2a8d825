using System.Globalization;

namespace Matinee.Core.Artifacts;

/// <summary>A bundle of a model folder.</summary>
/// <param name="Name">Of its folder; <see cref="First"/> for the one that lies in the model folder itself.</param>
/// <param name="Folder">Where its files are.</param>
public sealed record ModelVersion(string Name, string Folder)
{
    /// <summary>The bundle that was there before there was a history: it stays where it is.</summary>
    public const string First = "first";

    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int HashDigits = 8;

    /// <summary>When it was added, as its name says; else when its manifest was written.</summary>
    public DateTimeOffset AddedAt =>
        TimeOf(Name) ?? new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(Folder, ModelBundle.ManifestFile)));

    /// <summary>Sorts by time: <c>20261128T225532123Z-1a2b3c4d</c>.</summary>
    /// <param name="hash">Of the manifest, in hexadecimal.</param>
    public static string NameOf(DateTimeOffset time, string hash) =>
        $"{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{hash[..HashDigits]}";

    internal static DateTimeOffset? TimeOf(string name) =>
        DateTimeOffset.TryParseExact(
            name.Split('-')[0],
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;
}
