using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core;
using Matinee.Core.Interactions;
using Matinee.Imports;
using Matinee.Imports.Matching;
using Matinee.Imports.Reading;

namespace Matinee.Api.Imports;

/// <summary>A form's file as a plan, for a model's catalogue.</summary>
internal static class ImportReading
{
    /// <param name="Digest">Of the plan that goes without choices, which is what a preview shows.</param>
    public readonly record struct Read(ImportPlan Plan, string Digest);

    /// <exception cref="ProblemException">The file is nothing that can be read, a choice is wrong, or the preview was another.</exception>
    public static Read Plan(ImportForm form, ServedModel model, CancellationToken cancellation)
    {
        ImportPlan plan;
        IReadOnlyList<ImportedFilm> films;
        try
        {
            ImportedFile file = ImportReader.Read(form.FileName, form.Content, cancellation: cancellation);
            films = FilmGrouping.Group(file);
            plan = ImportPlan.Make(file.Source, file.Notes, films, file.Skipped, model.Matcher);
        }
        catch (MatineeException exception)
        {
            throw ProblemKind.UnreadableImport.Because(exception.Message);
        }

        if (form.Digest is { } seen && seen != plan.Digest)
        {
            throw ProblemKind.ImportChanged.Because(
                "The file or the catalogue is not what the preview showed, so nothing was stored. Ask for a new preview."
            );
        }

        return new Read(form.Choices.Count == 0 ? plan : WithChoices(plan, films, form, model), plan.Digest);
    }

    private static ImportPlan WithChoices(
        ImportPlan plan,
        IReadOnlyList<ImportedFilm> films,
        ImportForm form,
        ServedModel model
    )
    {
        var errors = new Errors();
        var keys = films.Select(film => film.Key).ToHashSet();
        var choices = new Dictionary<string, int?>(form.Choices.Count);
        foreach ((string key, int? movieId) in form.Choices)
        {
            if (!keys.Contains(key))
            {
                errors.Add("choices", $"choices: the file has no film '{Http.QueryReader.Shown(key)}'.");
            }
            else if (movieId is not { } id)
            {
                choices[key] = null;
            }
            else if (model.TryFind(id, out ItemIndex item))
            {
                choices[key] = item.Value;
            }
            else
            {
                errors.Add("choices", $"choices: there is no movie {id}.");
            }
        }

        errors.ThrowIfAny();
        return ImportPlan.Make(plan.Source, plan.Notes, films, plan.Skipped, model.Matcher, choices);
    }
}
