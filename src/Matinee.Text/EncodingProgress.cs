namespace Matinee.Text;

/// <param name="Encoded">Texts whose vectors were computed since this began.</param>
/// <param name="Total">Texts whose vectors have to be computed: those that no cache knew.</param>
public readonly record struct EncodingProgress(int Encoded, int Total);
