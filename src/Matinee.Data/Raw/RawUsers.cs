using System.Globalization;

namespace Matinee.Data.Raw;

/// <summary>One user as read; null where a field is empty.</summary>
internal readonly record struct RawUser(int? Age, string? Gender, string? Occupation, string? Zip);

/// <summary>What users say of themselves, by user id.</summary>
internal sealed class RawUsers
{
    private readonly Dictionary<int, RawUser> userById = [];

    /// <summary>Adds a row, whose column 0 is the id, unless that is none or stands twice.</summary>
    public void Add<TRow>(TRow row, RawUser user)
        where TRow : IRawRow, allows ref struct
    {
        if (row.TryId(0, out int id) && !userById.TryAdd(id, user))
        {
            row.Fail(0, id.ToString(CultureInfo.InvariantCulture), "stands twice");
        }
    }

    /// <summary>By the indices of a dataset; null where nothing is known of any of its users.</summary>
    public UserAttributes? Of(UserMap users)
    {
        RawUser[] rows = [.. users.IdByIndex.ToArray().Select(id => userById.GetValueOrDefault(id))];
        return Array.TrueForAll(rows, row => row == default)
            ? null
            : new UserAttributes(
                [.. rows.Select(row => row.Age)],
                [.. rows.Select(row => row.Gender)],
                [.. rows.Select(row => row.Occupation)],
                [.. rows.Select(row => row.Zip)]
            );
    }
}
