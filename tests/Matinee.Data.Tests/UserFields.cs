using System.Globalization;

namespace Matinee.Data.Tests;

internal static class UserFields
{
    /// <summary>What is known of each user, in one line of text: id, age, gender, occupation, zip; a dash for a null.</summary>
    public static string[] DescribedUsers(this Dataset dataset)
    {
        UserAttributes attributes = Assert.IsType<UserAttributes>(dataset.Attributes);
        Assert.Equal(dataset.Users.Count, attributes.Count);
        return
        [
            .. Enumerable
                .Range(0, dataset.Users.Count)
                .Select(user =>
                {
                    string?[] fields =
                    [
                        attributes.Ages[user]?.ToString(CultureInfo.InvariantCulture),
                        attributes.Genders[user],
                        attributes.Occupations[user],
                        attributes.Zips[user],
                    ];
                    return $"{dataset.Users.IdByIndex[user]}: {string.Join(' ', fields.Select(field => field ?? "-"))}";
                }),
        ];
    }
}
