namespace Matinee.Core;

/// <summary>
/// An error a person can act on. The message says what is wrong, where, and what to do next;
/// hosts print it as it stands, without a stack trace.
/// </summary>
public class MatineeException : Exception
{
    public MatineeException(string message)
        : base(message) { }

    public MatineeException(string message, Exception innerException)
        : base(message, innerException) { }
}
