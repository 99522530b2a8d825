using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store;

/// <summary>
/// The rows of the users with ids from one to another, by user. Compiled for one kind of database: EF refuses to share them.
/// </summary>
internal sealed class UserQueries
{
    public Func<StoreContext, int, int, IAsyncEnumerable<UserRow>> Users { get; } =
        EF.CompileAsyncQuery(
            (StoreContext context, int first, int last) =>
                context.Users.Where(row => row.Id >= first && row.Id <= last).OrderBy(row => row.Id).AsNoTracking()
        );

    public Func<StoreContext, int, int, IAsyncEnumerable<RatingRow>> Ratings { get; } =
        EF.CompileAsyncQuery(
            (StoreContext context, int first, int last) =>
                context
                    .Ratings.Where(row => row.UserId >= first && row.UserId <= last)
                    .OrderBy(row => row.UserId)
                    .ThenBy(row => row.MovieId)
                    .AsNoTracking()
        );

    public Func<StoreContext, int, int, IAsyncEnumerable<HiddenRow>> Hidden { get; } =
        EF.CompileAsyncQuery(
            (StoreContext context, int first, int last) =>
                context
                    .Hidden.Where(row => row.UserId >= first && row.UserId <= last)
                    .OrderBy(row => row.UserId)
                    .ThenBy(row => row.MovieId)
                    .AsNoTracking()
        );

    public Func<StoreContext, int, int, IAsyncEnumerable<EventRow>> Events { get; } =
        EF.CompileAsyncQuery(
            (StoreContext context, int first, int last) =>
                context
                    .Events.Where(row => row.UserId >= first && row.UserId <= last)
                    .OrderBy(row => row.UserId)
                    .ThenBy(row => row.Number)
                    .AsNoTracking()
        );
}
