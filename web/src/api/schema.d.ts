// Made by "npm run types" from the server's OpenAPI document; do not edit.
export interface paths {
    "/api/recommendations/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recommendations for a user
         * @description A profile of the user's ratings, their favourites, and movies they might like. Ratings that were given a moment ago count. “Recent” is by the user's own last rating, not by today's date.
         */
        get: operations["recommendForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recommendations for a visitor, from ratings in the body
         * @description The same answer for someone without an id. Nothing is stored.
         */
        post: operations["recommendForVisitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new user
         * @description The id is 1 000 000 or more and was never given before: it meets neither the training data's nor an erased user's.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Erase a user
         * @description Deletes everything about the user, for good. The model's history of a user of the training data counts for nothing from then on, under this bundle and every later one. Only the bare id is remembered, as erased. Erasing again changes nothing.
         */
        delete: operations["eraseUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is known about a user, as one document */
        get: operations["exportUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user's ratings, the latest first */
        get: operations["listRatings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/ratings/{movie_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rate a movie
         * @description Stored when this answers, and counts in the next list, without a training. Sending it again changes nothing. It wins over the training data's rating of the movie.
         */
        put: operations["putRating"];
        post?: never;
        /**
         * Take a rating back
         * @description Also one of the training data, which then counts no longer. Where there is no rating, nothing changes.
         */
        delete: operations["deleteRating"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/ratings:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rate many movies at once: all or none */
        post: operations["putRatings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Movies that a user is never recommended */
        get: operations["listHidden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/hidden/{movie_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Never recommend a movie to a user */
        put: operations["hideMovie"];
        post?: never;
        /** Recommend a movie again */
        delete: operations["unhideMovie"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/allow-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The only movies that a user is recommended */
        get: operations["getAllowList"];
        /**
         * Keep a user's recommendations to these movies
         * @description Replaces the list. Movies that the catalogue lacks are left out and named in the answer: your films may be more than the model knows. An empty list means that nothing is recommended.
         */
        put: operations["putAllowList"];
        post?: never;
        /** Recommend any movie again */
        delete: operations["deleteAllowList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a user watched, liked or clicked
         * @description `watched` and `liked` weigh 1, `clicked` a quarter. A movie that the user has not rated counts in the history from a weight of 1 on, as if rated with the user's mean (3.5 without ratings), a liked one with 4.5 stars at least. A watched or liked movie is seen; a clicked one is not. All events are stored, or none.
         */
        post: operations["addEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a file of ratings would bring; nothing is stored
         * @description Reads exports of Letterboxd, IMDb, Trakt, TMDB, MovieLens, Jellyfin, Plex and of this server, and says of every row which movie it is: `matched`, `ambiguous` (with candidates), `unknown` or skipped, with the reason.
         */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store what a file of ratings brings
         * @description All of it or nothing: ratings, and what was watched or liked without a rating. Films that are ambiguous, unknown or left out are not stored, and the answer names them. A rating given here later than the file's stays. Importing the same file again changes nothing.
         */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/ratings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user's ratings as a file for other sites
         * @description The latest first. What is exported can be imported again. The header `Matinee-Left-Out` counts movies that the format can't name.
         */
        get: operations["exportRatings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recommendations/{user_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user's list as a file for other sites
         * @description The best first, without stars: nobody has rated these.
         */
        get: operations["exportRecommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One list for several people watching together
         * @description Everyone's scores are stretched alike, so that nobody counts more for a model that is surer of them, then joined: `average`, or `least-misery`, what a movie is to the one who wants it least. What one of them has seen counts as seen, what one hides is not listed, and a movie must be on every allow-list there is.
         */
        post: operations["recommendForGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/movies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find movies by title, or list them */
        get: operations["listMovies"];
        put?: never;
        /**
         * Add a movie that the model has never seen
         * @description It is live at once: listed, found, rateable. A model that reads what movies say of themselves places it among the others and may recommend it; a purely collaborative one can't before its next training.
         */
        post: operations["addMovie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/movies/{movie_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a movie */
        get: operations["getMovie"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/movies/{movie_id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A movie's poster, where the server has a key to TMDB
         * @description The server asks TMDB and keeps the answer; `posters` of `GET /api/model` says whether it may. Where you show it, show this, too: *This product uses the TMDB API but is not endorsed or certified by TMDB.* In trouble `Retry-After` says when to come back.
         */
        get: operations["getPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/movies/{movie_id}/prediction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a user would rate a movie
         * @description With the probability of every number of stars where the loaded model knows it (a factorization machine does). A movie that nobody has rated has no prediction under a model that goes by ratings alone.
         */
        get: operations["predictRating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/movies/{movie_id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Movies like a movie */
        get: operations["similarMovies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/onboarding/movies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which movies to ask a newcomer to rate
         * @description Well known, so that many can answer, and rated differently, so that the answer says something; spread over tastes, and closer to what the person is likely to have seen as ratings come. The same ratings always lead to the same questions.
         */
        get: operations["onboardingMovies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find movies in your own words
         * @description By title, by words and by meaning at once (`mode` `hybrid`). While movies are still being read for their meaning, and where no sentence encoder is there, by title and words only (`lexical`), and `note` says so.
         */
        get: operations["searchMovies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recommendations for a wish in your own words
         * @description Reads genres, years, how many, how varied, how well known, what about and like which movie out of a sentence, answers what was understood (`filters`) and the list that follows. A language model reads it where the server has one (`readBy` `model`), else rules for simple English sentences do. Movies come from the recommender alone.
         */
        post: operations["ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the model folder, and the last retraining */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let another model answer, without a break
         * @description It is loaded, checked and warmed beside the one that answers; running requests end on that. A model that can't be used is refused, and the old one goes on. A `version` also becomes current in the model folder, for every server that watches it.
         */
        post: operations["switchModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/retrain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Train on what people have said since, in the background */
        post: operations["retrain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is loaded, and how good it was on held-out ratings */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests may be sent here; 503 while the server stops */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every key, without its secret */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description `read` opens lists, movies and what is known about users, `write` ratings and the like, too, `admin` everything. A key that is bound to a user opens only what is about them. The secret stands in this answer and nowhere else.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a key and its sessions
         * @description At once in the process that answers; in others on the same store within two seconds. Twice is as good as once.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign a browser in with a key
         * @description Sets a cookie that lasts 30 days or as long as the key. Programs need none: they send the key itself with each request (`Authorization: Bearer …`).
         */
        post: operations["signIn"];
        /** Sign a browser out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What a key opens; each scope has those before it, too.
         * @enum {string}
         */
        AccessScope: "read" | "write" | "admin";
        /** @description The only movies to recommend; null: any. */
        AllowListAnswer: {
            movieIds: null | number[];
        };
        /** @description The only movies to recommend. */
        AllowListBody: {
            /** @description At most 100 000. */
            movieIds: unknown[];
        };
        /** @description What was understood, and the list that follows from it. */
        AskAnswer: {
            /**
             * Format: int32
             * @description Null for a visitor.
             */
            userId: null | number;
            filters: components["schemas"]["AskedFilters"];
            /** @description Who read the text: `model`, a language model, or `rules`. */
            readBy: string;
            /** @description What was read and could not be used, and why. */
            ignored: string[];
            /** @description Best first. */
            recommendations: components["schemas"]["RecommendedMovie"][];
        };
        /** @description A wish in a person's own words. */
        AskBody: {
            /** @description 1 to 1 000 characters. */
            text: string;
            /**
             * Format: int32
             * @description Whose wish it is; null for a visitor.
             */
            userId?: null | number;
            /** @description A visitor's, at most 10 000; must be null beside a user id. */
            ratings?: null | components["schemas"]["RatingOfMovie"][];
        };
        /** @description A wish as the parameters of a list. */
        AskedFilters: {
            /** @description A movie has one of them; empty: any. */
            genres: string[];
            /** @description A movie has none of them. */
            excludedGenres: string[];
            /**
             * Format: int32
             * @description First release year.
             */
            yearMin: null | number;
            /**
             * Format: int32
             * @description Last release year.
             */
            yearMax: null | number;
            /** Format: int32 */
            limit: number;
            /**
             * Format: double
             * @description 0 to 1.
             */
            diversity: number;
            /**
             * Format: double
             * @description -1 (little-known) to 1 (well-known).
             */
            popularity: number;
            /** @description What the movies are about: the list is of the 100 that search finds for it. */
            query: null | string;
            like: null | components["schemas"]["AskedMovie"];
        };
        AskedMovie: {
            /** Format: int32 */
            id: number;
            title: string;
        };
        DatasetAnswer: {
            /** @description Of the dataset's files. */
            hash: string;
            /** @description Of the raw data. */
            layout: string;
            /** @description Whether no person gave these ratings. */
            simulated: boolean;
            /** Format: int32 */
            users: number;
            /**
             * Format: int32
             * @description Movies with enough ratings to be ranked.
             */
            rankedMovies: number;
            /**
             * Format: int32
             * @description All known movies.
             */
            catalogMovies: number;
            /**
             * Format: int32
             * @description Ratings that the model learned from.
             */
            fittedRatings: number;
        };
        EvaluatedModel: {
            model: string;
            /** @description In the order of the report. */
            figures: components["schemas"]["FigureAnswer"][];
        };
        /** @description What `evaluate` found out. */
        EvaluationAnswer: {
            /** @description How the test part was chosen, such as `user-temporal`. */
            split: string;
            /**
             * Format: int32
             * @description Of the dataset.
             */
            users: number;
            /**
             * Format: int32
             * @description Ratings that were held out.
             */
            testRatings: number;
            /** @description The model first, then the baselines. */
            models: components["schemas"]["EvaluatedModel"][];
        };
        /** @description One thing that a user did with a movie. */
        EventBody: {
            movieId: components["schemas"]["MovieReference"];
            /**
             * @description `watched` and `liked` weigh 1, `clicked` a quarter. A movie that the user has not rated counts in the history from
             *     a weight of 1 on, as if rated with the user's mean, a liked one with 4.5 stars at least. A watched or liked movie is seen; a
             *     clicked one is not.
             */
            type: components["schemas"]["EventKind"];
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; default: now.
             */
            timestamp?: null | number;
            /** @description A name of your own for the event, at most 100 characters: sent again, it is not counted again. */
            key?: null | string;
            /** @description The list that the user found the movie in, if any. */
            recommendationId?: null | string;
        };
        /** @enum {string} */
        EventKind: "watched" | "liked" | "clicked";
        /** @description What a user did. */
        EventsBody: {
            /** @description 1 to 1 000. */
            events: components["schemas"]["EventBody"][];
        };
        ExportedEvent: {
            /** Format: int32 */
            movieId: number;
            type: components["schemas"]["EventKind"];
            /** Format: int64 */
            timestamp: number;
            key: null | string;
        };
        ExportedRating: {
            /** Format: int32 */
            movieId: number;
            /** @description Null where the loaded bundle does not know the movie. */
            title: null | string;
            /** Format: float */
            rating: number;
            /** Format: int64 */
            timestamp: number;
            /** @description `user`: given here; `training`: from the model's training data. */
            source: string;
        };
        FigureAnswer: {
            /** @description Such as `ndcg` or `rmse`. */
            metric: string;
            /**
             * Format: int32
             * @description Length of the list; null where it is not of lists.
             */
            k: null | number;
            /** Format: double */
            value: number;
            /**
             * Format: double
             * @description Lower end of the 95% bootstrap interval; null where there is none.
             */
            low: null | number;
            /**
             * Format: double
             * @description Upper end.
             */
            high: null | number;
        };
        FoundMovie: {
            /**
             * Format: double
             * @description Comparable within one answer only.
             */
            score: number;
            /** @description Whether a title of the movie is just what was asked for. */
            isTitle: boolean;
            movie: components["schemas"]["MovieAnswer"];
        };
        GenreCount: {
            genre: string;
            /**
             * Format: int32
             * @description That have it.
             */
            movies: number;
        };
        GenreTaste: {
            /** @description As the catalogue spells it. */
            genre: string;
            /**
             * Format: int32
             * @description Rated movies of the genre.
             */
            ratings: number;
            /**
             * Format: double
             * @description Their mean stars.
             */
            averageRating: number;
            /**
             * Format: double
             * @description The same, as if five more were rated with the user's mean: what genres are ordered by.
             */
            dampedRating: number;
        };
        /** @description One list for several people. */
        GroupAnswer: {
            /** @description How their wishes became one: `average` or `least-misery`. */
            strategy: string;
            /** @description The people, as they were given: their user ids, null for visitors. */
            members: (null | number)[];
            /** @description Names this list: sent along with what people do with its movies (ratings, events), it shows how good the model is (`GET /api/model`, `online`). Null for an empty list. */
            recommendationId?: null | string;
            /** @description Best for all together first. */
            recommendations: components["schemas"]["GroupRecommendedMovie"][];
        };
        /** @description People who watch together. */
        GroupBody: {
            /** @description 1 to 20. */
            members: components["schemas"]["GroupMember"][];
            /** @description `average`: the mean of what a movie is to each; `least-misery`: what it is to the one who wants it least. Default: average. */
            strategy?: null | string;
        };
        /** @description One of the people: a user, or a visitor with ratings. */
        GroupMember: {
            /**
             * Format: int32
             * @description Null for a visitor.
             */
            userId?: null | number;
            /** @description A visitor's, at most 10 000 in all members together; must be null beside a user id. */
            ratings?: null | components["schemas"]["RatingOfMovie"][];
        };
        GroupMemberScore: {
            /**
             * Format: int32
             * @description Null for a visitor.
             */
            userId: null | number;
            /**
             * Format: double
             * @description 1 for the member's best candidate, 0 for the 500th, below 0 for what comes after.
             */
            relevance: number;
            /**
             * Format: double
             * @description The stars that the member would probably give.
             */
            predictedRating: number;
            /**
             * Format: double
             * @description How probable a rating within one star of that is; null where the model knows no spread.
             */
            confidence: null | number;
        };
        /** @description A movie that several people might like together. */
        GroupRecommendedMovie: {
            /** Format: int32 */
            id: number;
            title: string;
            genres: string[];
            /**
             * Format: int32
             * @description Null where it is not known.
             */
            year: null | number;
            /**
             * Format: double
             * @description The members' relevances as the strategy makes them one.
             */
            score: number;
            /**
             * Format: double
             * @description The mean of the members' predicted ratings.
             */
            predictedRating: number;
            /** @description What the movie is to each, in the order they were given. */
            members: components["schemas"]["GroupMemberScore"][];
        };
        HealthAnswer: {
            /** @description `live`, `ready` or `stopping`. */
            status: string;
        };
        /** @description What was stored, and from what. */
        ImportAnswer: {
            /** Format: int32 */
            userId: number;
            stored: components["schemas"]["ImportStored"];
            /**
             * Format: int32
             * @description All that the user has now.
             */
            totalRatings: number;
            /** @description With the choices. */
            preview: components["schemas"]["ImportPreview"];
        };
        /** @description A film of the file, and which movie of the catalogue it is. */
        ImportFilm: {
            /** @description Its first row, and its name in `choices`: `ratings.csv:12`. */
            key: string;
            /** @description All rows about it. */
            rows: string[];
            /** @description As the file has it; empty where it has numbers alone. */
            title: string;
            /** Format: int32 */
            year: null | number;
            /**
             * Format: float
             * @description Half stars, 0.5 to 5; null: not rated.
             */
            rating: null | number;
            watched: boolean;
            liked: boolean;
            wanted: boolean;
            owned: boolean;
            /** @description `matched`, `ambiguous`, `unknown` or `left-out`. */
            status: string;
            /** @description What it was recognised by: `choice`, `imdb-number`, `tmdb-number`, `movie-lens-number`, `title-and-year`, `title-and-near-year`, `title` or `near-title`; null where it was not. */
            by: null | string;
            /** @description A sentence about what is doubtful, or which row counts in its place; null: nothing to say. */
            note: null | string;
            movie: null | components["schemas"]["ImportMovie"];
            /** @description What an ambiguous film may be, the likeliest first, five at most. */
            candidates: components["schemas"]["ImportMovie"][];
        };
        ImportMovie: {
            /** Format: int32 */
            id: number;
            title: string;
            /** Format: int32 */
            year: null | number;
            genres: string[];
        };
        /** @description What a file would bring, film by film. */
        ImportPreview: {
            /** @description Where the file comes from: `letterboxd`, `imdb`, `trakt`, `tmdb`, `movie-lens`, `jellyfin`, `nfo`, `plex` or `matinee`. */
            source: string;
            /** @description The same for people. */
            sourceName: string;
            /** @description Tells this preview from any other: sent along with the import, it makes sure that just this is stored. */
            digest: string;
            /** @description Sentences: how stars were rescaled, which files were not read. */
            notes: string[];
            rows: components["schemas"]["ImportRows"];
            /**
             * Format: int32
             * @description Movies that would be rated.
             */
            ratings: number;
            /**
             * Format: int32
             * @description Movies that were watched.
             */
            watched: number;
            /**
             * Format: int32
             * @description Movies with a heart.
             */
            liked: number;
            /**
             * Format: int32
             * @description Movies on the watchlist.
             */
            wanted: number;
            /**
             * Format: int32
             * @description Movies in the library.
             */
            owned: number;
            /** @description In the file's order. */
            films: components["schemas"]["ImportFilm"][];
            /** @description Rows that say nothing about a film. */
            skipped: components["schemas"]["ImportSkippedRow"][];
        };
        /** @description Rows of the file by what becomes of them; together they are all there are. */
        ImportRows: {
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            matched: number;
            /** Format: int32 */
            ambiguous: number;
            /** Format: int32 */
            unknown: number;
            /** Format: int32 */
            leftOut: number;
            /** Format: int32 */
            skipped: number;
        };
        ImportSkippedRow: {
            /** @description Where it stands: `ratings.csv:9`. */
            row: string;
            /** @description Its title, or how it begins. */
            what: string;
            /** @description A sentence. */
            reason: string;
        };
        ImportStored: {
            /**
             * Format: int32
             * @description Movies rated, also those that had the same rating before.
             */
            ratings: number;
            /**
             * Format: int32
             * @description Movies that keep the rating which the user gave here later than in the file.
             */
            kept: number;
            /**
             * Format: int32
             * @description Unrated movies that were watched, and now count.
             */
            watched: number;
            /**
             * Format: int32
             * @description Unrated movies with a heart, which now count.
             */
            liked: number;
            /**
             * Format: int32
             * @description Movies of the watchlist that are not recommended from now on.
             */
            hidden: number;
            /**
             * Format: int32
             * @description Length of the new allow-list; null: it was not asked for.
             */
            allowed: null | number;
        };
        JsonElement: Record<string, never>;
        /** @description A key, without its secret. */
        KeyAnswer: {
            /** @description 16 hexadecimal digits; it is the second part of the key itself. */
            id: string;
            name: string;
            scope: components["schemas"]["AccessScope"];
            /**
             * Format: int32
             * @description The only user that the key opens; null: every one.
             */
            userId: null | number;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC.
             */
            createdAt: number;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; null: never.
             */
            expiresAt: null | number;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; null: it is not.
             */
            revokedAt: null | number;
        };
        /** @description Every key, the oldest first. */
        KeysAnswer: {
            keys: components["schemas"]["KeyAnswer"][];
        };
        LevelChance: {
            /**
             * Format: float
             * @description 0.5 to 5.
             */
            stars: number;
            /**
             * Format: double
             * @description Over all levels they sum to 1, but for rounding.
             */
            probability: number;
        };
        /** @description What is loaded. */
        ModelAnswer: {
            /** @description Tells which model answers: the name of a version, or a short hash of the bundle's manifest. */
            modelId: string;
            /**
             * Format: int64
             * @description When it began to answer here, seconds since 1970 UTC.
             */
            servedSince: number;
            /** @description The kind of model, such as `ease`. */
            model: string;
            /** @description What orders the lists: the model itself, or `popularity` where it only predicts ratings. */
            rankedBy: string;
            /** @description What predicts ratings: the model itself, or `bias` where it only ranks. */
            ratingsBy: string;
            /** @description The version of Matinee that trained it. */
            trainedWith: string;
            /** @description `all` ratings, or `train+validation`. */
            fittedOn: string;
            dataset: components["schemas"]["DatasetAnswer"];
            /** @description The chosen options, in the words of the configuration file. */
            options: components["schemas"]["JsonElement"];
            selection: null | components["schemas"]["SelectionAnswer"];
            evaluation: null | components["schemas"]["EvaluationAnswer"];
            /** @description How the lists of this model and those before it did with the people who saw them, the last shown first; up to ten seconds old. */
            online: components["schemas"]["OnlineAnswer"][];
            /** @description Every genre, the most frequent first. */
            genres: components["schemas"]["GenreCount"][];
            /** @description At most six users of the training data whose tastes differ; empty where they are not known here. */
            exampleUsers: number[];
            /** @description Whether users of the training data are known here. */
            hasHistories: boolean;
            /**
             * Format: int32
             * @description Movies added since.
             */
            addedMovies: number;
            /** @description `tmdb` where `GET /api/movies/{movie_id}/poster` has posters; `generated` where clients must draw them. */
            posters: string;
            /** @description The version of this server. */
            version: string;
        };
        /** @description The versions of the model folder, and the last retraining. */
        ModelHistoryAnswer: {
            /** @description What answers here. */
            modelId: string;
            /** @description The oldest first. */
            versions: components["schemas"]["ModelVersionAnswer"][];
            lastRetrain: null | components["schemas"]["RetrainAnswer"];
            /**
             * Format: int64
             * @description When the next one begins, seconds since 1970 UTC; null where none is planned.
             */
            nextRetrain: null | number;
        };
        /** @description What answers now. */
        ModelSwitchAnswer: {
            modelId: string;
            /** @description The id of what answered before; the same where nothing had to change. */
            before: string;
            /** @description The kind of model, such as `ease`. */
            model: string;
            /** @description Of the dataset's files. */
            datasetHash: string;
            /** @description `all` ratings, or `train+validation`. */
            fittedOn: string;
            /**
             * Format: int32
             * @description Ratings that it learned from.
             */
            fittedRatings: number;
            /**
             * Format: int64
             * @description When it began to answer here, seconds since 1970 UTC.
             */
            servedSince: number;
        };
        /** @description Which bundle shall answer. */
        ModelSwitchBody: {
            /** @description A version of the history, or `previous` for the one that answered before. Absent: whatever is current in the model folder, which is read again. */
            version?: null | string;
        };
        /** @description A bundle of the model folder. */
        ModelVersionAnswer: {
            /** @description Its name; `first` for the one that was there before there was a history. */
            version: string;
            /** @description What `modelId` is while it answers. */
            modelId: string;
            /** @description Whether it is the one that the folder says shall answer. */
            current: boolean;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC.
             */
            addedAt: number;
            /** @description The kind of model. */
            model: string;
            datasetHash: string;
            fittedOn: string;
            /** Format: int32 */
            fittedRatings: number;
            selection: null | components["schemas"]["SelectionAnswer"];
        };
        MonthOfRatings: {
            /** @description Such as `2018-09`, UTC. */
            month: string;
            /** Format: int32 */
            ratings: number;
        };
        /** @description A movie. */
        MovieAnswer: {
            /**
             * Format: int32
             * @description The MovieLens id, or the one given here to an added movie.
             */
            id: number;
            title: string;
            /**
             * Format: int32
             * @description Null where it is not known.
             */
            year: null | number;
            genres: string[];
            /** @description The most applied ones first, at most ten. */
            tags: string[];
            /** @description Such as `tt0133093`. */
            imdbId: null | string;
            /** Format: int32 */
            tmdbId: null | number;
            plot: null | string;
            /**
             * Format: int32
             * @description Ratings in the training data.
             */
            ratings: number;
            /**
             * Format: double
             * @description Their mean stars, drawn towards the mean of all ratings where they are few; null where there are none.
             */
            averageRating: null | number;
            /** @description Whether it was added after the model was trained. */
            added: boolean;
        };
        /** @description Movies by their ids. */
        MovieIdsAnswer: {
            movieIds: number[];
        };
        /** @description A movie: a MovieLens id such as 2571, imdb:tt0133093 or tmdb:603. */
        MovieReference: number | string;
        /** @description A page of the catalogue. */
        MoviesPage: {
            /**
             * Format: int32
             * @description On all pages.
             */
            totalMovies: number;
            movies: components["schemas"]["MovieAnswer"][];
            /** @description The `cursor` of the next page; null on the last. */
            nextCursor: null | string;
        };
        NamedTextJson: {
            /** @description `title`, `genres`, `tag` or `plot`. */
            kind: string;
            text: string;
            /**
             * Format: double
             * @description Of what the movie's texts add to its score together, 0 to 1.
             */
            part: number;
            /**
             * Format: double
             * @description Its share of the history's attention to the movie's texts, 0 to 1.
             */
            attention: number;
        };
        NewKeyAnswer: {
            /** @description The key itself: shown once, here, and kept nowhere. */
            secret: string;
            key: components["schemas"]["KeyAnswer"];
        };
        /** @description A key to make. */
        NewKeyBody: {
            /** @description Who gets it, and what for: 1 to 100 characters. */
            name: string;
            scope: components["schemas"]["AccessScope"];
            /**
             * Format: int32
             * @description The only user that it opens; not for admins. Null: every one.
             */
            userId?: null | number;
            /**
             * Format: int32
             * @description Days that it lasts, 1 to 3 650; null: for ever.
             */
            days?: null | number;
        };
        /** @description A movie that the model has never seen. */
        NewMovieBody: {
            /** @description 1 to 500 characters, without the year or with it: `The Matrix (1999)`. */
            title: string;
            /**
             * Format: int32
             * @description 1870 to 2100; default: the one at the title's end.
             */
            year?: null | number;
            /** @description At most 20, of at most 50 characters. */
            genres?: null | string[];
            /** @description At most 50, of at most 100 characters, the main one first. */
            tags?: null | string[];
            /** @description Such as `tt0133093`. */
            imdbId?: null | string;
            /**
             * Format: int32
             * @description At least 1.
             */
            tmdbId?: null | number;
            /** @description What happens in it, at most 5 000 characters. */
            plot?: null | string;
        };
        /** @description What a new user brings. */
        NewUserBody: {
            /** @description At most 10 000, of distinct movies. */
            ratings?: null | components["schemas"]["RatingOfMovie"][];
        };
        /** @description Movies to ask for. */
        OnboardingPage: {
            /**
             * Format: int32
             * @description How many ratings the choice rests on.
             */
            ratingsSoFar: number;
            /** @description The one to ask for first first. */
            movies: components["schemas"]["MovieAnswer"][];
        };
        /** @description How a model's lists did with the people who saw them. A movie counts once per list and kind. */
        OnlineAnswer: {
            /** @description The end of the model's id. */
            model: string;
            /** @description Whether it is the one that answers now. */
            current: boolean;
            /** @description First day that it was shown, such as `2026-11-28`, UTC. */
            from: string;
            /** @description Last day. */
            to: string;
            /**
             * Format: int64
             * @description Lists that were given with a `recommendationId`.
             */
            lists: number;
            /**
             * Format: int64
             * @description Movies in them.
             */
            movies: number;
            /** Format: int64 */
            clicked: number;
            /** Format: int64 */
            watched: number;
            /** Format: int64 */
            rated: number;
            /**
             * Format: double
             * @description Of the ratings; null where there are none.
             */
            meanStars: null | number;
            /** @description Share of the movies that were clicked. */
            clickRate: components["schemas"]["Proportion"];
            /** @description Share of the movies that were watched. */
            watchRate: components["schemas"]["Proportion"];
            /** @description Share of the ratings of four stars or more. */
            likedRate: components["schemas"]["Proportion"];
        };
        /** @description How a user would rate a movie. */
        PredictionAnswer: {
            /** Format: int32 */
            movieId: number;
            /** Format: int32 */
            userId: number;
            /**
             * Format: double
             * @description Expected stars, 0.5 to 5; null where the model has nothing to go by.
             */
            predictedRating: null | number;
            /**
             * Format: double
             * @description How uncertain that is, in stars; null where the model does not know.
             */
            standardDeviation: null | number;
            /**
             * Format: double
             * @description The probability that the rating would lie within one star of the predicted one; null where the model does not know.
             */
            confidence: null | number;
            /** @description How probable each number of stars is; null where the model does not know. */
            levels: null | components["schemas"]["LevelChance"][];
            /**
             * Format: float
             * @description What the user has given the movie already; null where nothing.
             */
            rating: null | number;
        };
        /** @description What went wrong with a request, as problem details (RFC 9457). */
        Problem: {
            /** @description Names the kind of problem and never changes: `urn:matinee:problem:unknown-movie`. */
            type: string;
            /** @description The kind of problem in words. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What is wrong with this request, and what to do about it. */
            detail?: null | string;
            /** @description What is wrong by field: a query parameter, a part of the path, or a place in the body such as `ratings[3].rating`. */
            errors?: null | {
                [key: string]: string[];
            };
        };
        /** @description A share with its 95% interval (Wilson 1927), which stays within 0 and 1 and makes sense for a handful, too. */
        Proportion: {
            /**
             * Format: double
             * @description Null of nothing.
             */
            value: null | number;
            /**
             * Format: double
             * @description Lower end of the interval.
             */
            low: null | number;
            /**
             * Format: double
             * @description Upper end of the interval.
             */
            high: null | number;
        };
        /** @description A movie that a user rated. */
        RatedMovie: {
            /**
             * Format: int32
             * @description The MovieLens id.
             */
            id: number;
            title: string;
            genres: string[];
            /**
             * Format: int32
             * @description Null where it is not known.
             */
            year: null | number;
            /**
             * Format: float
             * @description Stars, 0.5 to 5.
             */
            rating: number;
            /**
             * Format: int64
             * @description When it was rated, seconds since 1970 UTC.
             */
            timestamp: number;
        };
        /** @description The stars that a user gives a movie. */
        RatingBody: {
            /**
             * Format: double
             * @description Half stars, 0.5 to 5.
             */
            rating: number;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; default: now, or as it was where the same stars are given again.
             */
            timestamp?: null | number;
            /** @description The list that the user found the movie in, if any. */
            recommendationId?: null | string;
        };
        /** @description A movie and its stars. */
        RatingOfMovie: {
            movieId: components["schemas"]["MovieReference"];
            /**
             * Format: double
             * @description Half stars, 0.5 to 5.
             */
            rating: number;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; default: now.
             */
            timestamp?: null | number;
        };
        /** @description Several ratings of distinct movies: all are stored, or none. */
        RatingsBody: {
            /** @description 1 to 10 000. */
            ratings: components["schemas"]["RatingOfMovie"][];
            /** @description The list that the user found some of these movies in, if any. */
            recommendationId?: null | string;
        };
        /** @description A page of a user's ratings, the latest first. */
        RatingsPage: {
            /**
             * Format: int32
             * @description On all pages.
             */
            totalRatings: number;
            ratings: components["schemas"]["RatedMovie"][];
            /**
             * Format: int32
             * @description The `offset` of the next page; null on the last.
             */
            nextOffset: null | number;
        };
        /** @description A Reason as it stands in JSON, the same wherever one is written; what its kind lacks is left out. */
        ReasonJson: {
            /** @description `rated-movie`, `popularity`, `rated-well` or, where texts stand among the reasons, `texts`. */
            kind: string;
            /**
             * Format: int32
             * @description The rated movie's MovieLens id.
             */
            movieId?: null | number;
            title?: null | string;
            /**
             * Format: float
             * @description The person's stars for it.
             */
            rating?: null | number;
            liked?: null | boolean;
            /**
             * Format: float
             * @description What people gave it on average.
             */
            stars?: null | number;
            /** Format: int32 */
            raters?: null | number;
            /** Format: int32 */
            users?: null | number;
            /** @description The movie's texts that speak for it, the main one first. */
            named?: null | components["schemas"]["NamedTextJson"][];
            /**
             * Format: double
             * @description Its part of everything that speaks for the movie, above 0 and at most 1.
             */
            share: number;
            /** @description In words. */
            text: string;
        };
        /** @description The 90 days before the user's last rating, and the months of activity. */
        RecentActivity: {
            /**
             * Format: int32
             * @description Ratings of those 90 days.
             */
            ratings: number;
            /**
             * Format: int64
             * @description The first of them, seconds since 1970 UTC; null without ratings.
             */
            from: null | number;
            /**
             * Format: int64
             * @description The user's last rating, seconds since 1970 UTC; null without ratings.
             */
            to: null | number;
            /** @description The last twelve months with ratings, latest first. */
            months: components["schemas"]["MonthOfRatings"][];
        };
        /** @description What a user is like, what they liked, and what they might like next. */
        RecommendationsAnswer: {
            /**
             * Format: int32
             * @description Null for a visitor who sent ratings along.
             */
            userId: null | number;
            userProfile: components["schemas"]["UserProfile"];
            /** @description The ten best rated movies; where stars tie, the latest first. */
            topRatedMovies: components["schemas"]["RatedMovie"][];
            /** @description The ten best rated movies, at least 3.5 stars, of the 90 days before the user's last rating: "recent" is by the user's own clock, not by today's. */
            recentFavorites: components["schemas"]["RatedMovie"][];
            /** @description Names this list: sent along with what people do with its movies (ratings, events), it shows how good the model is (`GET /api/model`, `online`). Null for an empty list. */
            recommendationId?: null | string;
            /** @description Best first. */
            recommendations: components["schemas"]["RecommendedMovie"][];
        };
        /** @description A movie that a user might like. */
        RecommendedMovie: {
            /**
             * Format: int32
             * @description The MovieLens id.
             */
            id: number;
            title: string;
            genres: string[];
            /**
             * Format: int32
             * @description Null where it is not known.
             */
            year: null | number;
            /**
             * Format: double
             * @description The stars that the user would probably give, 0.5 to 5.
             */
            predictedRating: number;
            /**
             * Format: double
             * @description How probable it is that the user's rating would lie within one star of the predicted one, 0 to 1; null where the model knows no spread.
             */
            confidence: null | number;
            /**
             * Format: double
             * @description What the model ranks by; only its order means something.
             */
            score: number;
            /** @description Why: at most four, the main one first; null where `explain=false`, empty where nothing speaks for it but its rank. */
            reasons: null | components["schemas"]["ReasonJson"][];
            /** @description The reasons as one sentence of at most 240 characters; null unless `reasons=words`. */
            why?: null | string;
            /** @description Who worded it: `model`, a language model whose sentence was checked, or `template`; null where there is none. */
            whySource?: null | string;
        };
        /** @description A retraining that this server started. */
        RetrainAnswer: {
            /**
             * Format: int64
             * @description Seconds since 1970 UTC.
             */
            startedAt: number;
            /**
             * Format: int64
             * @description Null while it runs.
             */
            endedAt: null | number;
            /** @description `running`, `succeeded`, `refused` (the new model is worse) or `failed`. */
            outcome: string;
            /** @description The last line that it said. */
            message: string;
        };
        /** @description How to retrain. */
        RetrainBody: {
            /** @description Whether the new model is taken even if its figure on the validation part is worse. Default: no. */
            force?: boolean;
        };
        /** @description What was found. */
        SearchPage: {
            /** @description `hybrid`: by words and by meaning; `lexical`: by words only. */
            mode: string;
            /** @description Why the search was lexical; null where it was not. */
            note: null | string;
            /** @description Best first. */
            results: components["schemas"]["FoundMovie"][];
        };
        SelectionAnswer: {
            /** @description On the validation part, such as `ndcg@10`. */
            metric: string;
            /**
             * Format: double
             * @description The chosen candidate's.
             */
            value: number;
            /**
             * Format: int32
             * @description How many there were.
             */
            candidates: number;
        };
        /** @description Who a browser is signed in as. */
        SessionAnswer: {
            /** @description Whether this server asks for keys; if not, anyone may do anything. */
            keysNeeded: boolean;
            scope: null | components["schemas"]["AccessScope"];
            /**
             * Format: int32
             * @description The only user that may be asked about; null: any.
             */
            userId: null | number;
        };
        /** @description A key to sign in with. */
        SessionBody: {
            key: string;
        };
        SimilarMovieAnswer: {
            /**
             * Format: double
             * @description What the list is sorted by, 0 to 1.
             */
            score: number;
            /**
             * Format: double
             * @description Likeness by ratings, 1 for the most alike movie; null where nobody has rated either.
             */
            collaborative: null | number;
            /**
             * Format: double
             * @description Likeness of what they say of themselves, 0 to 1; 0 where only ratings were compared.
             */
            textual: number;
            movie: components["schemas"]["MovieAnswer"];
        };
        /** @description Movies like a movie. */
        SimilarPage: {
            /** Format: int32 */
            movieId: number;
            /** @description `blended`, `collaborative` or `textual`. */
            by: string;
            /** @description The most alike first; those that are not alike at all are left out. */
            movies: components["schemas"]["SimilarMovieAnswer"][];
        };
        /** @description The stored list. */
        StoredAllowList: {
            /** @description Ascending. */
            movieIds: number[];
            /** @description Movies of the request that the catalogue lacks; they are not stored. */
            unknown: string[];
        };
        StoredEvents: {
            /**
             * Format: int32
             * @description Events that were new.
             */
            added: number;
            /**
             * Format: int32
             * @description All of the user's.
             */
            total: number;
        };
        StoredRatings: {
            /**
             * Format: int32
             * @description How many ratings the request set.
             */
            stored: number;
            /**
             * Format: int32
             * @description How many the user has now.
             */
            totalRatings: number;
        };
        /** @description A user. */
        UserAnswer: {
            /** Format: int32 */
            id: number;
            /** @description Whether the id was given out here; else the user comes from the training data. */
            isNew: boolean;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; null for a user of the training data.
             */
            createdAt: null | number;
            /** Format: int32 */
            totalRatings: number;
            /**
             * Format: int32
             * @description Movies never to recommend.
             */
            hidden: number;
            /**
             * Format: int32
             * @description Length of the allow-list; null: any movie may be recommended.
             */
            allowList: null | number;
            /** Format: int32 */
            events: number;
            userProfile: components["schemas"]["UserProfile"];
        };
        /** @description Everything that is known about a user. */
        UserExport: {
            /** Format: int32 */
            id: number;
            isNew: boolean;
            /**
             * Format: int64
             * @description Seconds since 1970 UTC; null for a user of the training data.
             */
            createdAt: null | number;
            /**
             * Format: int64
             * @description When this was written, seconds since 1970 UTC.
             */
            exportedAt: number;
            /** @description Ratings that count, by movie id. */
            ratings: components["schemas"]["ExportedRating"][];
            /** @description Movies whose rating in the training data was removed. */
            removedRatings: number[];
            /** @description Movies never to recommend. */
            hidden: number[];
            /** @description The only movies to recommend; null: any. */
            allowList: null | number[];
            events: components["schemas"]["ExportedEvent"][];
            userProfile: components["schemas"]["UserProfile"];
        };
        /** @description What a user's ratings say about them. */
        UserProfile: {
            /** @description At most five, best first: the genres with the highest damped mean (in `genres`) among those with at least three ratings and a twentieth of all. */
            favoriteGenres: string[];
            /**
             * Format: double
             * @description Mean stars; null without ratings.
             */
            averageRating: null | number;
            /** Format: int32 */
            totalRatings: number;
            /** @description How often the user gave each number of stars, `0.5` to `5.0`. */
            ratingDistribution: {
                [key: string]: number;
            };
            /** @description Every rated genre, best liked first. */
            genres: components["schemas"]["GenreTaste"][];
            recentActivity: components["schemas"]["RecentActivity"];
        };
        /** @description What a visitor without an id brings; nothing of it is stored. */
        VisitorBody: {
            /** @description At most 10 000, of distinct movies. None: what everyone likes. */
            ratings?: null | components["schemas"]["RatingOfMovie"][];
            /** @description Movies never to recommend, at most 10 000; unknown ones change nothing. */
            hidden?: null | unknown[];
            /** @description The only movies to recommend, at most 100 000; unknown ones change nothing. */
            only?: null | unknown[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    recommendForUser: {
        parameters: {
            query?: {
                /** @description Length of the list. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description How much being unlike the rest of the list counts against score. */
                diversity?: number;
                /** @description -1: towards little-known movies; 1: towards well-known ones. */
                popularity?: number;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description First release year. */
                year_min?: number;
                /** @description Last release year. */
                year_max?: number;
                /** @description Only movies with this many ratings in the training data. */
                min_ratings?: number;
                /** @description `unseen`: neither rated nor watched; `seen`: what to watch again; `any`. */
                include?: "unseen" | "seen" | "any";
                /** @description The only movies that may be listed, separated by commas, within the user's allow-list if there is one; unknown ids change nothing. */
                only?: string[];
                /** @description Whether to say why. */
                explain?: boolean;
                /** @description `words` adds `why`, the reasons as one sentence, by a language model where the server has one. */
                reasons?: "plain" | "words";
            };
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendationsAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recommendForVisitor: {
        parameters: {
            query?: {
                /** @description Length of the list. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description How much being unlike the rest of the list counts against score. */
                diversity?: number;
                /** @description -1: towards little-known movies; 1: towards well-known ones. */
                popularity?: number;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description First release year. */
                year_min?: number;
                /** @description Last release year. */
                year_max?: number;
                /** @description Only movies with this many ratings in the training data. */
                min_ratings?: number;
                /** @description `unseen`: neither rated nor watched; `seen`: what to watch again; `any`. */
                include?: "unseen" | "seen" | "any";
                /** @description The only movies that may be listed, separated by commas, within the user's allow-list if there is one; unknown ids change nothing. */
                only?: string[];
                /** @description Whether to say why. */
                explain?: boolean;
                /** @description `words` adds `why`, the reasons as one sentence, by a language model where the server has one. */
                reasons?: "plain" | "words";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ratings": [
                 *         {
                 *           "movieId": 1,
                 *           "rating": 4.5
                 *         },
                 *         {
                 *           "movieId": 260,
                 *           "rating": 5
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["VisitorBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendationsAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ratings": [
                 *         {
                 *           "movieId": 1,
                 *           "rating": 4.5
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewUserBody"];
            };
        };
        responses: {
            /** @description Made; the header `Location` says where it is. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserExport"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRatings: {
        parameters: {
            query?: {
                /** @description Length of the page. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingsPage"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rating": 4.5
                 *     }
                 */
                "application/json": components["schemas"]["RatingBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatedMovie"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRatings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ratings": [
                 *         {
                 *           "movieId": 1,
                 *           "rating": 4.5
                 *         },
                 *         {
                 *           "movieId": 260,
                 *           "rating": 5
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RatingsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredRatings"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHidden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovieIdsAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hideMovie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unhideMovie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAllowList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowListAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAllowList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "movieIds": [
                 *         1,
                 *         260,
                 *         "imdb:tt0133093",
                 *         "tmdb:603"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllowListBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredAllowList"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAllowList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "movieId": 1,
                 *           "type": "watched",
                 *           "key": "play-8c21"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EventsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredEvents"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A Letterboxd ZIP or CSV, an IMDb CSV, Trakt's JSON or ZIP, a TMDB CSV, a MovieLens CSV, a list of Jellyfin's, Plex's or NFO files in a ZIP, or what Matinee exports.
                     */
                    file: string;
                    /** @description Which movies the films are that nobody can tell: a JSON object of the preview's keys and movie ids, such as {"ratings.csv:12": 260}. Null leaves a film out. */
                    choices?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) The page may not ask for this. (`urn:matinee:problem:wrong-origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file can't be imported. (`urn:matinee:problem:unreadable-import`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A Letterboxd ZIP or CSV, an IMDb CSV, Trakt's JSON or ZIP, a TMDB CSV, a MovieLens CSV, a list of Jellyfin's, Plex's or NFO files in a ZIP, or what Matinee exports.
                     */
                    file: string;
                    /** @description Which movies the films are that nobody can tell: a JSON object of the preview's keys and movie ids, such as {"ratings.csv:12": 260}. Null leaves a film out. */
                    choices?: string;
                    /**
                     * @description What becomes of wanted movies: nothing, or they are hidden from recommendations.
                     * @default keep
                     * @enum {string}
                     */
                    watchlist?: "keep" | "hide";
                    /**
                     * @description What becomes of owned movies: nothing, or they are the only ones to recommend from now on.
                     * @default keep
                     * @enum {string}
                     */
                    library?: "keep" | "only";
                    /** @description The preview's digest. Where the file would now be read otherwise, nothing is stored (409). */
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) The page may not ask for this. (`urn:matinee:problem:wrong-origin`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import is not what was previewed. (`urn:matinee:problem:import-changed`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file can't be imported. (`urn:matinee:problem:unreadable-import`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRatings: {
        parameters: {
            query?: {
                /** @description `letterboxd`: a CSV that letterboxd.com/import takes. `imdb-ids`: one id per line. `json`: all ids, stars and times. */
                format?: "letterboxd" | "imdb-ids" | "json";
            };
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/plain": string;
                    "application/json": string;
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRecommendations: {
        parameters: {
            query?: {
                /** @description `letterboxd`: a CSV that letterboxd.com/import takes. `imdb-ids`: one id per line. `json`: all ids, stars and times. */
                format?: "letterboxd" | "imdb-ids" | "json";
                /** @description Length of the list. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description How much being unlike the rest of the list counts against score. */
                diversity?: number;
                /** @description -1: towards little-known movies; 1: towards well-known ones. */
                popularity?: number;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description First release year. */
                year_min?: number;
                /** @description Last release year. */
                year_max?: number;
                /** @description Only movies with this many ratings in the training data. */
                min_ratings?: number;
                /** @description `unseen`: neither rated nor watched; `seen`: what to watch again; `any`. */
                include?: "unseen" | "seen" | "any";
                /** @description The only movies that may be listed, separated by commas, within the user's allow-list if there is one; unknown ids change nothing. */
                only?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 1
                 */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/plain": string;
                    "application/json": string;
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recommendForGroup: {
        parameters: {
            query?: {
                /** @description Length of the list. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description How much being unlike the rest of the list counts against score. */
                diversity?: number;
                /** @description -1: towards little-known movies; 1: towards well-known ones. */
                popularity?: number;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description First release year. */
                year_min?: number;
                /** @description Last release year. */
                year_max?: number;
                /** @description Only movies with this many ratings in the training data. */
                min_ratings?: number;
                /** @description `unseen`: neither rated nor watched; `seen`: what to watch again; `any`. */
                include?: "unseen" | "seen" | "any";
                /** @description The only movies that may be listed, separated by commas, within the user's allow-list if there is one; unknown ids change nothing. */
                only?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "members": [
                 *         {
                 *           "userId": 1
                 *         },
                 *         {
                 *           "ratings": [
                 *             {
                 *               "movieId": 260,
                 *               "rating": 5
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "strategy": "least-misery"
                 *     }
                 */
                "application/json": components["schemas"]["GroupBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMovies: {
        parameters: {
            query?: {
                /**
                 * @description Some words of the title in any order, the last one perhaps unfinished; slips of the pen are forgiven. Absent: all movies.
                 * @example matrx
                 */
                query?: string;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description `relevance`: how well the title fits the query; `popularity`: most rated first; `rating`: best rated first; `year`: latest first; `title`. */
                sort?: "relevance" | "popularity" | "rating" | "year" | "title";
                /** @description Length of the page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoviesPage"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMovie: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Sentimental Value (2025)",
                 *       "genres": [
                 *         "Drama"
                 *       ],
                 *       "tags": [
                 *         "oslo",
                 *         "family"
                 *       ],
                 *       "imdbId": "tt27714581"
                 *     }
                 */
                "application/json": components["schemas"]["NewMovieBody"];
            };
        };
        responses: {
            /** @description Made; the header `Location` says where it is. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovieAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The movie is there already. (`urn:matinee:problem:movie-exists`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMovie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovieAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoster: {
        parameters: {
            query?: {
                /** @description How wide: 185, 342 or 500 pixels. */
                size?: "small" | "medium" | "large";
            };
            header?: never;
            path: {
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such movie. (`urn:matinee:problem:unknown-movie`) There is no poster. (`urn:matinee:problem:no-poster`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TMDB can't be asked now. (`urn:matinee:problem:poster-source`) */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server can't answer now. (`urn:matinee:problem:unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    predictRating: {
        parameters: {
            query: {
                /**
                 * @description Who would rate it.
                 * @example 1
                 */
                user_id: number;
            };
            header?: never;
            path: {
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    similarMovies: {
        parameters: {
            query?: {
                /** @description `collaborative`: by who rated them; `textual`: by what they say of themselves; `blended`: both, ratings the more the better the movie is known. */
                by?: "blended" | "collaborative" | "textual";
                /** @description Length of the list. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description First release year. */
                year_min?: number;
                /** @description Last release year. */
                year_max?: number;
                /** @description Only movies with this many ratings in the training data. */
                min_ratings?: number;
                /** @description The only movies that may be listed, separated by commas, within the user's allow-list if there is one; unknown ids change nothing. */
                only?: string[];
            };
            header?: never;
            path: {
                /**
                 * @description The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.
                 * @example 1
                 */
                movie_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarPage"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such movie. (`urn:matinee:problem:unknown-movie`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    onboardingMovies: {
        parameters: {
            query?: {
                /** @description How many to ask for. */
                limit?: number;
                /**
                 * @description The ratings so far, `movie:stars` separated by commas.
                 * @example [
                 *       "260:5",
                 *       "imdb:tt0133093:3.5"
                 *     ]
                 */
                rated?: string[];
                /** @description Movies that the person could not or would not rate, separated by commas. */
                skipped?: string[];
                /** @description Whose stored ratings count as well. */
                user_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingPage"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchMovies: {
        parameters: {
            query: {
                /**
                 * @description A title, some words or a sentence.
                 * @example slow-burn space film about grief
                 */
                q: string;
                /**
                 * @description Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.
                 * @example [
                 *       "Comedy"
                 *     ]
                 */
                genre?: string[];
                /** @description How many to list. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "something funny from the 90s, no horror, short list",
                 *       "userId": 1
                 *     }
                 */
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such user. (`urn:matinee:problem:unknown-user`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelHistoryAnswer"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The model can't be used. (`urn:matinee:problem:unusable-model`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": "previous"
                 *     }
                 */
                "application/json": components["schemas"]["ModelSwitchBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSwitchAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The model can't be used. (`urn:matinee:problem:unusable-model`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retrain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "force": false
                 *     }
                 */
                "application/json": components["schemas"]["RetrainBody"];
            };
        };
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetrainAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A retraining runs already. (`urn:matinee:problem:retrain-running`) This server can't retrain. (`urn:matinee:problem:no-retrain`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelAnswer"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server can't answer now. (`urn:matinee:problem:unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "shop backend",
                 *       "scope": "write",
                 *       "days": 365
                 *     }
                 */
                "application/json": components["schemas"]["NewKeyBody"];
            };
        };
        responses: {
            /** @description Made; the header `Location` says where it is. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key's id.
                 * @example 0123456789abcdef
                 */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not open this. (`urn:matinee:problem:forbidden`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such key. (`urn:matinee:problem:unknown-key`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "matinee_0123456789abcdef_…"
                 *     }
                 */
                "application/json": components["schemas"]["SessionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A value is not valid. (`urn:matinee:problem:validation`) The body is not the JSON it must be. (`urn:matinee:problem:malformed-json`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid key is needed. (`urn:matinee:problem:unauthorized`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. (`urn:matinee:problem:body-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than it must be. (`urn:matinee:problem:unsupported-media-type`) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many requests. (`urn:matinee:problem:rate-limited`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer took too long. (`urn:matinee:problem:timeout`) */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
