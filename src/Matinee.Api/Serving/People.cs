using System.Runtime.CompilerServices;
using Matinee.Api.Problems;
using Matinee.Api.Store;
using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>Finds users, and keeps what was computed about the last ones for as long as nothing about them changes.</summary>
internal sealed class People(IUserStore store)
{
    // A power of two. One place per user id, taken by whoever came last: bounded, and nobody waits for anybody.
    private const int Places = 4096;

    // Goes with the model, which may be large.
    private readonly ConditionalWeakTable<ServedModel, KeptPerson?[]> kept = [];

    /// <exception cref="ProblemException">There is no such user.</exception>
    public async ValueTask<Person> GetAsync(int id, ServedModel model, CancellationToken cancellation) =>
        await FindAsync(id, model, cancellation) ?? throw Unknown(id);

    /// <returns>Null where there is no such user.</returns>
    public async ValueTask<Person?> FindAsync(int id, ServedModel model, CancellationToken cancellation) =>
        Of(model, id, await store.FindAsync(id, cancellation));

    /// <summary>A user as a record says, such as one that a change has just returned.</summary>
    /// <exception cref="ProblemException">There is no such user.</exception>
    public Person Get(UserRecord record, ServedModel model) => Of(model, record.Id, record) ?? throw Unknown(record.Id);

    public static ProblemException Unknown(int id) =>
        ProblemKind.UnknownUser.Because(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"There is no user {id}. POST /api/users makes a new one, and POST /api/recommendations with ratings in its body answers without one."
            )
        );

    private Person? Of(ServedModel model, int id, UserRecord? record)
    {
        ref KeptPerson? place = ref kept.GetValue(model, _ => new KeptPerson?[Places])[id & (Places - 1)];
        if (Volatile.Read(ref place) is { } here && here.Is(id, record))
        {
            return here.Person;
        }

        if (Make(model, id, record) is not { } person)
        {
            return null;
        }

        Volatile.Write(ref place, new KeptPerson(id, record, person));
        return person;
    }

    private static Person? Make(ServedModel model, int id, UserRecord? record)
    {
        UserHistory? trained = null;
        if (record is not { IsErased: true } and not { IsNew: true })
        {
            model.Bundle.Histories?.TryGet(new UserId(id), out trained);
        }

        // Erased, or never there: the store keeps records of users of bundles that are served no more.
        bool exists = record is { IsErased: false } || trained is not null;
        return exists ? Merging.Person(model, id, record, trained) : null;
    }
}
