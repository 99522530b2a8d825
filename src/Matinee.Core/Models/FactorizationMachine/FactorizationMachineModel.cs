using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// A Bayesian factorization machine as its kept samples: predictions are averages over them, and where they disagree, or the
/// ratings scatter, the spread says so. A known user's ratings are predicted from the training row; every other history, and
/// every list, from a user folded in.
/// </summary>
public sealed class FactorizationMachineModel : IRatingDistributionPredictor, IContentModel
{
    // A list asks for a person's stars several times, and people come back.
    private const int KeptPeople = 1024;

    private readonly PosteriorSamples posterior;
    private readonly DayMap days;
    private readonly HistoryCache<float[]> folded = new(KeptPeople);

    internal FactorizationMachineModel(FactorizationMachineOptions options, PosteriorSamples posterior)
    {
        Options = options;
        this.posterior = posterior;
        days = new DayMap(posterior.Shape.DayNumbers);
    }

    public static ModelKind ModelKind { get; } =
        new ModelKind<FactorizationMachineOptions>(
            "fm",
            () => ModelJson.Default.FactorizationMachineOptions,
            FactorizationMachineTrainer.Train,
            Load
        )
        {
            KeepsWork = true,
        };

    public FactorizationMachineOptions Options { get; }
    public string Kind => ModelKind.Name;
    public int ItemCount => posterior.Shape.Movies;
    public bool CanPlace => posterior.MovieIdPriors.Length > 0;
    public string? TextEncoder => null;
    public IReadOnlyList<float> Levels => posterior.Shape.Levels;

    private bool IsProbit => Options.Likelihood == RatingLikelihood.Probit;

    /// <summary>The mean over the samples of what each predicts; latent under a probit, so of no unit.</summary>
    public void Score(UserHistory history, Span<float> scores)
    {
        Person person = Meet(history.WithoutRow());
        person.MoveTo(-1);
        var predictions = new float[posterior.Shape.Samples];
        for (int item = 0; item < ItemCount; item++)
        {
            person.Predict(item, predictions);
            scores[item] = TensorPrimitives.Sum(predictions) / predictions.Length;
        }
    }

    public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions) =>
        PredictDistributions(
            [history],
            [items.Length],
            items,
            timestamps: default,
            predictions,
            new float[items.Length * Levels.Count]
        );

    public void PredictDistributions(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        ReadOnlySpan<long> timestamps,
        Span<RatingPrediction> predictions,
        Span<float> probabilities
    )
    {
        var forecast = new LevelForecast(posterior, IsProbit);
        var sampled = new float[posterior.Shape.Samples];
        int n = 0;
        for (int h = 0; h < histories.Length; h++)
        {
            Person person = Meet(histories[h]);
            for (int end = n + counts[h]; n < end; n++)
            {
                person.MoveTo(timestamps.IsEmpty ? -1 : days.RowOf(timestamps[n]));
                person.Predict(items[n], sampled);
                predictions[n] = forecast.Of(sampled, probabilities.Slice(n * Levels.Count, Levels.Count));
            }
        }
    }

    /// <summary>
    /// A movie's row from its year, genres and tags; what it has of its own is spread over the samples as its prior is, so that it
    /// moves the spread and hardly the mean.
    /// </summary>
    /// <inheritdoc/>
    public IContentModel WithMovies(MovieCatalog catalog, TextEncoding? encode)
    {
        if (!CanPlace)
        {
            throw new MatineeException(
                "This factorization machine was trained by an older Matinee and can't place new movies. Train it again."
            );
        }

        var placement = new MoviePlacement(posterior, Options, catalog);
        return new FactorizationMachineModel(
            Options,
            posterior.WithMovies(placement.Place([.. catalog.Movies.Skip(ItemCount)]))
        );
    }

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.FactorizationMachineOptions);
        posterior.Save(writer.Tensors);
    }

    private static FactorizationMachineModel Load(ComponentReader reader) =>
        new(reader.Options(ModelJson.Default.FactorizationMachineOptions), PosteriorSamples.Load(reader.Tensors));

    private Person Meet(UserHistory history)
    {
        var historyDays = new HistoryDays(posterior, days, history);
        return new Person(posterior, UserRow(history, historyDays), historyDays.Usual());
    }

    private float[] UserRow(UserHistory history, HistoryDays historyDays)
    {
        if (history.Row is not { } row || row.Value >= posterior.Users.RowCount)
        {
            return folded.Get(history, person => FoldIn.Of(posterior, historyDays, person, IsProbit));
        }

        var user = new float[posterior.Users.Length];
        posterior.Users.Read(row.Value, user);
        return user;
    }
}
