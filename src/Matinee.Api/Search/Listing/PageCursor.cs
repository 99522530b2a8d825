using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core;

namespace Matinee.Api.Search.Listing;

/// <summary>
/// Where a page ended: the id of its last movie, and a hash of the listing it is a page of. Movies that come later move
/// nothing, because the next page starts after that movie wherever it now stands.
/// </summary>
internal static class PageCursor
{
    private const int HashBytes = 8;
    private const int Bytes = sizeof(int) + HashBytes;

    public static string Write(MovieListingRequest request, int movieId)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, movieId);
        Hash(request, movieId, bytes[sizeof(int)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>The id of the last movie shown.</returns>
    /// <exception cref="MatineeException">It is no cursor of this listing.</exception>
    public static int Read(MovieListingRequest request)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        Span<byte> hash = stackalloc byte[HashBytes];
        if (
            !Base64Url.IsValid(request.Cursor, out int length)
            || length != Bytes
            || !Base64Url.TryDecodeFromChars(request.Cursor, bytes, out _)
        )
        {
            throw Foreign();
        }

        int movieId = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        Hash(request, movieId, hash);
        return hash.SequenceEqual(bytes[sizeof(int)..]) ? movieId : throw Foreign();
    }

    public static MatineeException Foreign() =>
        new(
            "The cursor is not one of this listing. Pass the cursor of the page before with the same query, genres and "
                + "sort, or leave it out to start again."
        );

    // All but the limit, which may change from page to page.
    private static void Hash(MovieListingRequest request, int movieId, Span<byte> hash)
    {
        var text = new StringBuilder();
        text.Append($"{movieId}\n{(int)request.Sort}\n{request.Query?.Trim()}");
        foreach (
            string genre in request
                .Genres.Select(one => "+" + one)
                .Concat(request.ExcludedGenres.Select(one => "-" + one))
        )
        {
            text.Append('\n').Append(genre.ToUpperInvariant());
        }

        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..hash.Length].CopyTo(hash);
    }
}
