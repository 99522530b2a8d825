using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;

namespace Matinee;

/// <summary>
/// Recommends movies by a trained model, in this process. Everything is computed when it is asked for, nothing is stored. Safe to
/// share between threads. What is asked wrongly is a <see cref="MatineeException"/> that says what to do.
/// </summary>
public interface IMovieRecommender
{
    /// <summary>What the model is and what it learned from.</summary>
    BundleManifest Model { get; }

    /// <summary>Every movie that the model knows of.</summary>
    IReadOnlyList<Movie> Movies { get; }

    /// <summary>What a user of the training data might like.</summary>
    /// <returns>Best first; fewer than asked for where no more movies may be listed.</returns>
    /// <exception cref="MatineeException">There is no such user, or an option is out of range.</exception>
    IReadOnlyList<RecommendedMovie> Recommend(int userId, RecommendOptions? options = null);

    /// <summary>What someone might like who rated these movies; what everyone likes where there are none.</summary>
    /// <param name="ratings">Of distinct movies, in any order.</param>
    /// <returns>Best first; fewer than asked for where no more movies may be listed.</returns>
    /// <exception cref="MatineeException">A rating is not valid, a movie is unknown, or an option is out of range.</exception>
    IReadOnlyList<RecommendedMovie> Recommend(
        IReadOnlyCollection<MovieRating> ratings,
        RecommendOptions? options = null
    );

    /// <summary>Movies like a movie.</summary>
    /// <returns>The most alike first; those that are not alike at all are left out.</returns>
    /// <exception cref="MatineeException">The movie is unknown, or an option is out of range.</exception>
    IReadOnlyList<SimilarMovie> SimilarTo(MovieReference movie, SimilarOptions? options = null);

    /// <summary>How a user of the training data would rate a movie.</summary>
    /// <returns>Null where the model has nothing to go by: nobody has rated the movie, and it does not read what movies say.</returns>
    /// <exception cref="MatineeException">There is no such user or movie.</exception>
    PredictedRating? Predict(int userId, MovieReference movie);

    /// <summary>How someone would rate a movie who rated these.</summary>
    /// <returns>Null where the model has nothing to go by.</returns>
    /// <exception cref="MatineeException">A rating is not valid, or a movie is unknown.</exception>
    PredictedRating? Predict(IReadOnlyCollection<MovieRating> ratings, MovieReference movie);

    /// <summary>Why a movie would be recommended to a user of the training data.</summary>
    /// <returns>The main reason first; none where nothing that the user rated speaks for the movie.</returns>
    /// <exception cref="MatineeException">There is no such user or movie.</exception>
    IReadOnlyList<RecommendationReason> Explain(int userId, MovieReference movie);

    /// <summary>Why a movie would be recommended to someone who rated these.</summary>
    /// <returns>The main reason first; none where nothing rated speaks for the movie.</returns>
    /// <exception cref="MatineeException">A rating is not valid, or a movie is unknown.</exception>
    IReadOnlyList<RecommendationReason> Explain(IReadOnlyCollection<MovieRating> ratings, MovieReference movie);

    /// <returns>Null where there is no such movie.</returns>
    Movie? Find(MovieReference movie);

    /// <summary>
    /// Movies by title, whatever the case, with the year or without it, <c>The Matrix</c> as well as <c>Matrix, The</c>. Slips of the
    /// pen are not forgiven: the server's search does that.
    /// </summary>
    /// <returns>Those of just this title first, then those that begin with it, then those that have it within; the most rated first.</returns>
    IReadOnlyList<Movie> FindByTitle(string title, int limit = 10);

    /// <summary>Whether a user of the training data is known.</summary>
    bool HasUser(int userId);

    /// <summary>What a user of the training data rated: with ratings of today added, they make a list of today.</summary>
    /// <exception cref="MatineeException">There is no such user.</exception>
    IReadOnlyList<MovieRating> RatingsOf(int userId);
}
