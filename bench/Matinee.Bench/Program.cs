using BenchmarkDotNet.Running;
using Matinee.Bench;

// inverse                  times whole matrix inversions, once each
// als                      times implicit ALS per iteration
// cold-users FOLDER        new users of the cold-user splits in FOLDER
// --filter '*TopK*' ...    everything else is BenchmarkDotNet's
if (args is ["inverse"])
{
    InverseTable.Print(Console.Out);
    return;
}

if (args is ["als"])
{
    AlsTable.Print(Console.Out);
    return;
}

if (args is ["cold-users", var splits])
{
    ColdUsersTable.Print(Console.Out, splits);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ShortRun).Assembly).Run(args, new ShortRun());
