using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Matinee;

/// <summary>Loads the model when the host starts, where that is wanted.</summary>
internal sealed class ModelLoading(IServiceProvider services, IOptions<MatineeOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.LoadAtStart
            ? Task.Run(services.GetRequiredService<IMovieRecommender>, cancellationToken)
            : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
