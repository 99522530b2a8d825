using System.Globalization;
using System.Text;

namespace Matinee.Client.Http;

/// <summary>Where a request goes: a path below the base address, and a query of the parameters that are set.</summary>
internal sealed class Address
{
    private readonly StringBuilder text = new();
    private char mark = '?';

    /// <param name="path">Its holes are escaped.</param>
    public Address(FormattableString path) => text.Append(Escaped(path));

    public Address With(string name, string? value)
    {
        if (value is not null)
        {
            text.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return this;
    }

    public Address With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public Address With(string name, double? value) => With(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public Address With(string name, bool? value) => With(name, value is { } flag ? (flag ? "true" : "false") : null);

    /// <summary>Several in one text, separated by commas.</summary>
    public Address With<T>(string name, IReadOnlyList<T>? values)
        where T : notnull => With(name, values is null ? null : string.Join(',', values));

    /// <summary>Genres, and those to leave out.</summary>
    public Address WithGenres(IReadOnlyList<string> wanted, IReadOnlyList<string> excluded)
    {
        foreach (string genre in wanted.Concat(excluded.Select(genre => $"!{genre}")))
        {
            With("genre", genre);
        }

        return this;
    }

    public override string ToString() => text.ToString();

    private static string Escaped(FormattableString path) =>
        string.Format(
            CultureInfo.InvariantCulture,
            path.Format,
            [
                .. path.GetArguments()
                    .Select(hole => Uri.EscapeDataString(Convert.ToString(hole, CultureInfo.InvariantCulture) ?? "")),
            ]
        );
}
