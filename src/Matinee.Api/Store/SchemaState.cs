namespace Matinee.Api.Store;

internal enum SchemaState
{
    Empty,
    Old,
    Current,
}
