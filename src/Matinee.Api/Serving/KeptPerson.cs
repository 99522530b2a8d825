using Matinee.Api.Store;

namespace Matinee.Api.Serving;

/// <summary>A person as computed from a record; compared by reference, since a record's own equality would read all of it.</summary>
internal sealed class KeptPerson(int id, UserRecord? record, Person person)
{
    public Person Person => person;

    public bool Is(int otherId, UserRecord? otherRecord) => id == otherId && ReferenceEquals(record, otherRecord);
}
