using System.Text.Json;
using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store;

/// <summary>Records as text, which compares lists by content and shows a difference when a test fails.</summary>
internal static class RecordText
{
    public static string Of(UserRecord? user) => JsonSerializer.Serialize(user);

    public static string Of(StoredMovie? movie) => JsonSerializer.Serialize(movie);
}
