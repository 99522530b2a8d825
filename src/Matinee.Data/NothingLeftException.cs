namespace Matinee.Data;

/// <summary>No rating survives the thresholds; the message says what they met, and what would leave something.</summary>
public sealed class NothingLeftException(string message) : MatineeException(message);
