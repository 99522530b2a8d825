namespace Matinee.Api.Store;

/// <summary>A kind of database that can hold the user store. A further one is one more registration of this type.</summary>
internal interface IStoreProvider
{
    /// <summary>What <see cref="UserStoreOptions.Provider"/> says to choose it.</summary>
    string Name { get; }

    /// <summary>Whether a connection is written in this kind's way; false where another kind is to take it.</summary>
    bool Takes(string connection);

    /// <summary>Opens the database, creates it where it is missing, and brings its schema up to date.</summary>
    /// <exception cref="Core.MatineeException">It is something else, newer than this program, in use, or not writable.</exception>
    IStoreDatabase Open(string connection);

    /// <summary>Opens a database beside the server that may have it open: to read, and as it is.</summary>
    /// <exception cref="Core.MatineeException">It is missing, something else, or of another schema.</exception>
    IStoreDatabase OpenToRead(string connection);
}
