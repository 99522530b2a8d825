namespace Matinee.Data.Download;

/// <summary>A zip that is damaged or asks for something that no dataset needs; the message has no full stop.</summary>
internal sealed class BadZipException(string message, Exception? inner = null) : Exception(message, inner);
