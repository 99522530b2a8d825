using System.CommandLine;
using Matinee.Cli.Diagnosis;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Commands;

/// <summary><c>doctor</c>: whether Matinee can work on this machine, and what to do where it can't.</summary>
internal static class DoctorCommand
{
    public const string Name = "doctor";

    /// <summary>Tries one native library; for the processes that <c>doctor</c> starts.</summary>
    public const string ProbeFlag = "--probe";

    public static Command Create()
    {
        var modelPath = new Option<string?>("--model-path")
        {
            Description = "Model folder to check. Default: what 'serve' would take, if it is there.",
            HelpName = "folder",
        };
        var dataDir = new Option<string?>("--data-dir")
        {
            Description = $"Dataset folder to check. Default: {CommonOptions.DefaultDataDir}, if it is there.",
            HelpName = "folder",
        };
        Option<int?> port = CommonOptions.OptionalWhole(
            "--port",
            0,
            "Port to check. Default: what 'serve' would take."
        );
        var json = new Option<bool>("--json") { Description = "Print JSON, for programs." };
        var probe = new Option<string?>(ProbeFlag) { HelpName = "library", Hidden = true };
        var command = new Command(
            Name,
            "Check what Matinee needs of this machine, and its model and dataset; say how to mend what is broken."
        )
        {
            modelPath,
            dataDir,
            port,
            json,
            probe,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                if (parsed.GetValue(probe) is { } library)
                {
                    return NativeProbe.Run(library, session.RawOut);
                }

                IReadOnlyList<Finding> findings = await new Examination(ProbeProcess.RunAsync).RunAsync(
                    new ExaminationRequest(parsed.GetValue(dataDir), parsed.GetValue(modelPath), parsed.GetValue(port)),
                    cancellation
                );
                if (parsed.GetValue(json))
                {
                    session.RawOut.WriteLine(FindingsAnswer.Json(findings));
                }
                else
                {
                    session.Out.Write(FindingsView.Of(findings, session.Out.Profile.Capabilities.Unicode));
                }

                return findings.Any(finding => finding.Status == FindingStatus.Failed) ? Session.Failure : 0;
            }
        );
        return command;
    }
}
