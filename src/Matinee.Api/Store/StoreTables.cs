namespace Matinee.Api.Store;

/// <summary>Work on tables that the users' memory has nothing to do with; every task fails with words for people.</summary>
internal sealed class StoreTables(IStoreDatabase database)
{
    public async Task<T> WithAsync<T>(Func<StoreContext, Task<T>> work)
    {
        try
        {
            await using StoreContext context = database.CreateContext();
            return await work(context);
        }
        catch (Exception exception) when (database.Explain(exception) is var explained && explained != exception)
        {
            throw explained;
        }
    }
}
