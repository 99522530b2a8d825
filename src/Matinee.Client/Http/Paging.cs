using System.Runtime.CompilerServices;

namespace Matinee.Client.Http;

/// <summary>Lists that the server gives in parts, as one.</summary>
internal static class Paging
{
    /// <summary>Of recommendations, similar movies and the catalogue the server gives no more at once.</summary>
    public const int LongestList = 100;

    /// <summary>The server does not pass over more.</summary>
    public const int LargestOffset = 1_000_000;

    /// <summary>Until a page is shorter than asked for.</summary>
    public static async IAsyncEnumerable<T> ByOffset<T>(
        int limit,
        int offset,
        Func<int, int, CancellationToken, Task<IReadOnlyList<T>>> ask,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        IReadOnlyList<T> page;
        do
        {
            page = await ask(limit, offset, cancellation).ConfigureAwait(false);
            foreach (T one in page)
            {
                yield return one;
            }

            offset += limit;
        } while (page.Count == limit && offset <= LargestOffset);
    }

    /// <summary>As long as a page names the next.</summary>
    /// <param name="ask">The page at a place, null at first; and the place of the next, null on the last.</param>
    public static async IAsyncEnumerable<T> ByNext<T, TPlace>(
        TPlace? first,
        Func<TPlace?, CancellationToken, Task<(IReadOnlyList<T> Page, TPlace? Next)>> ask,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        TPlace? place = first;
        do
        {
            (IReadOnlyList<T> page, place) = await ask(place, cancellation).ConfigureAwait(false);
            foreach (T one in page)
            {
                yield return one;
            }
        } while (place is not null);
    }
}
