using Matinee.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Matinee.Tests;

public sealed class RegistrationTests(LoadedModels models) : IClassFixture<LoadedModels>
{
    [Fact]
    public async Task AddMatinee_Host_LoadsOnceAtStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMatinee(options => options.ModelPath = models.EasePath);
        using IHost host = builder.Build();

        await host.StartAsync();

        var recommender = host.Services.GetRequiredService<IMovieRecommender>();
        Assert.Equal(10, recommender.Recommend(7).Count);
        using IServiceScope scope = host.Services.CreateScope();
        Assert.Same(recommender, scope.ServiceProvider.GetRequiredService<IMovieRecommender>());
        await host.StopAsync();
    }

    [Fact]
    public async Task AddMatinee_HostWithoutItsModel_DoesNotStartAndSaysWhatToDo()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMatinee(options => options.ModelPath = "no/such/model");
        using IHost host = builder.Build();

        var exception = await Assert.ThrowsAsync<MatineeException>(() => host.StartAsync());

        Assert.StartsWith("no/such/model is not a model", exception.Message, StringComparison.Ordinal);
        Assert.Contains("matinee train", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddMatinee_NotAtStart_LoadsWhenFirstNeeded()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMatinee(options =>
        {
            options.ModelPath = "no/such/model";
            options.LoadAtStart = false;
        });
        using IHost host = builder.Build();

        await host.StartAsync();

        Assert.Throws<MatineeException>(() => host.Services.GetRequiredService<IMovieRecommender>());
        await host.StopAsync();
    }

    [Fact]
    public void AddMatinee_NoHost_LoadsWhenFirstNeeded()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddMatinee(options => options.ModelPath = models.EasePath)
            .BuildServiceProvider();

        Assert.Equal("ease", services.GetRequiredService<IMovieRecommender>().Model.Model);
    }
}
