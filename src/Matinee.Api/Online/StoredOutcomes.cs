using System.Security.Cryptography;
using Matinee.Api.Store;
using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Online;

/// <summary>Outcomes in the user store's database. Its statements are the same for every provider.</summary>
internal sealed class StoredOutcomes(StoreTables tables) : IOutcomeStore
{
    private const string KeyName = "recommendation-key";
    private const float Liked = 4;

    public Task<byte[]> KeyAsync(CancellationToken cancellation) =>
        tables.WithAsync(async context =>
        {
            string made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            // Of two that start at once one comes first, and both read what that one wrote.
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO settings ("Name", "Value") VALUES ({KeyName}, {made}) ON CONFLICT ("Name") DO NOTHING""",
                cancellation
            );
            SettingRow row = await context.Settings.AsNoTracking().FirstAsync(one => one.Name == KeyName, cancellation);
            return Convert.FromBase64String(row.Value);
        });

    public Task AddAsync(
        IReadOnlyCollection<ShownLists> shown,
        IReadOnlyCollection<Outcome> outcomes,
        CancellationToken cancellation
    ) =>
        tables.WithAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            // In one order everywhere, so that two processes never wait for each other.
            foreach (ShownLists one in shown.OrderBy(one => one.Model, StringComparer.Ordinal).ThenBy(one => one.Day))
            {
                await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO shown ("Model", "Day", "Lists", "Movies") VALUES ({one.Model}, {one.Day}, {one.Lists}, {one.Movies})
                    ON CONFLICT ("Model", "Day") DO UPDATE SET
                    "Lists" = shown."Lists" + excluded."Lists", "Movies" = shown."Movies" + excluded."Movies"
                    """,
                    cancellation
                );
            }

            foreach (
                Outcome one in outcomes
                    .OrderBy(one => one.List.Id, StringComparer.Ordinal)
                    .ThenBy(one => one.MovieId)
                    .ThenBy(one => one.Kind)
            )
            {
                // Not about someone who was erased in between.
                await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO outcomes ("ListId", "MovieId", "Kind", "UserId", "Model", "Rank", "Stars", "Timestamp")
                    SELECT {one.List.Id}, {one.MovieId}, {(int)
                        one.Kind}, {one.UserId}, {one.List.Model}, {one.Rank}, {one.Stars}, {one.Timestamp}
                    WHERE NOT EXISTS (SELECT 1 FROM users WHERE "Id" = {one.UserId} AND "IsErased")
                    ON CONFLICT ("ListId", "MovieId", "Kind") DO UPDATE SET
                    "Stars" = excluded."Stars", "Timestamp" = excluded."Timestamp"
                    """,
                    cancellation
                );
            }

            await transaction.CommitAsync(cancellation);
            return outcomes.Count;
        });

    public Task<IReadOnlyList<ModelOutcomes>> SumsAsync(CancellationToken cancellation) =>
        tables.WithAsync<IReadOnlyList<ModelOutcomes>>(async context =>
        {
            var shown = await context
                .Shown.GroupBy(row => row.Model)
                .Select(rows => new
                {
                    Model = rows.Key,
                    First = rows.Min(row => row.Day),
                    Last = rows.Max(row => row.Day),
                    Lists = rows.Sum(row => row.Lists),
                    Movies = rows.Sum(row => row.Movies),
                })
                .ToListAsync(cancellation);
            var outcomes = await context
                .Outcomes.GroupBy(row => new { row.Model, row.Kind })
                .Select(rows => new
                {
                    rows.Key.Model,
                    rows.Key.Kind,
                    Count = rows.LongCount(),
                    Stars = rows.Sum(row => (double?)row.Stars) ?? 0,
                    Liked = rows.LongCount(row => row.Stars >= Liked),
                })
                .ToListAsync(cancellation);
            long Count(string model, OutcomeKind kind) =>
                outcomes.FirstOrDefault(one => one.Model == model && one.Kind == (int)kind)?.Count ?? 0;
            return
            [
                .. shown
                    .OrderByDescending(one => one.Last)
                    .ThenBy(one => one.Model, StringComparer.Ordinal)
                    .Select(one => new ModelOutcomes(
                        one.Model,
                        one.First,
                        one.Last,
                        one.Lists,
                        one.Movies,
                        Count(one.Model, OutcomeKind.Clicked),
                        Count(one.Model, OutcomeKind.Watched),
                        Count(one.Model, OutcomeKind.Rated),
                        outcomes.Where(other => other.Model == one.Model).Sum(other => other.Stars),
                        outcomes.Where(other => other.Model == one.Model).Sum(other => other.Liked)
                    )),
            ];
        });
}
