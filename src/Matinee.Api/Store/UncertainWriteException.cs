namespace Matinee.Api.Store;

/// <summary>The connection ended while a transaction was being committed: it may have been, or not.</summary>
public sealed class UncertainWriteException(string message, Exception innerException)
    : Exception(message, innerException);
