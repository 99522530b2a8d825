using System.CommandLine;

namespace Matinee.Cli.Commands;

/// <summary><c>--resume</c> and <c>--no-resume</c> of a command that can go on with what was interrupted; each instance is for one command.</summary>
/// <param name="resume">What going on means, a sentence.</param>
/// <param name="noResume">What starting afresh means, a sentence.</param>
internal sealed class ResumeOptions(string resume, string noResume)
{
    private readonly Option<bool> always = new("--resume") { Description = resume };
    private readonly Option<bool> never = new("--no-resume") { Description = noResume };

    public void AddTo(Command command)
    {
        command.Options.Add(always);
        command.Options.Add(never);
        command.Validators.Add(result =>
        {
            if (result.GetValue(always) && result.GetValue(never))
            {
                result.AddError("--resume and --no-resume contradict each other; give one, or neither.");
            }
        });
    }

    public Resumption Of(ParseResult parsed) =>
        parsed.GetValue(never) ? Resumption.Never
        : parsed.GetValue(always) ? Resumption.Always
        : Resumption.IfPossible;
}
