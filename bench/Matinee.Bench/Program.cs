using System.Globalization;
using BenchmarkDotNet.Running;
using Matinee.Bench;
using Matinee.Bench.Ablation;
using Matinee.Bench.Growth;
using Matinee.Bench.Imports;
using Matinee.Bench.Search;
using Matinee.Bench.Serving;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Texts;
using Matinee.Neural;

// inverse                  times whole matrix inversions, once each
// als [FOLDER] [iterations]  times implicit ALS per iteration, on the dataset in FOLDER
// growth RESULTS CHART     the table and the chart of what bench/growth.sh measured
// fm                       times a sweep of the factorization machine, small and large
// cold-users FOLDER        new users of the cold-user splits in FOLDER
// controls FOLDER [test]   what diversity, calibration, ... cost and bring, on the validation part or the test part
// training [cpu|cuda] [threads]  ratings per second in a network's training; two threads unless told
// hybrid [cpu|cuda]        scores histories with networks of two sizes, on one thread or through libtorch on a device
// ablation WORK SPLITS [cpu|cuda] [threads]  what each part of the hybrid network buys; bench/ablation.sh makes WORK
// text FOLDER [int8]       how fast texts become vectors, with the facets of the dataset in FOLDER
// titles                   finding and listing titles among 88 000
// imports [FOLDER]         how well and how fast films of other sites are recognised; FOLDER has MovieLens's movies.csv and links.csv
// search FOLDER CACHE      what queries in a person's own words find in the raw data in FOLDER; vectors are kept in CACHE
// search-times             how long such queries take among 88 000 movies
// serve COMMAND MODEL [connections] [?query]  starts a server, such as "./matinee serve", and asks it for recommendations
// soak COMMAND MODEL [minutes]  the same server under half the load that it can take; 10 minutes unless told
// store PLACE              how soon the user store is open, and how many acknowledged writes a second it takes
// swap COMMAND MODEL_A MODEL_B [connections]  the same server while it exchanges one model for the other and back, five times in 30 s
// in-process MODEL         what lists, reasons and predictions cost an application that references Matinee
// retrieval [MODEL]        a person's best items among 87 585, or among MODEL's, with a score for every one and without
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

if (args is ["als", var rated, ..])
{
    int iterations = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 4;
    AlsTable.Print(Console.Out, rated, iterations);
    return;
}

if (args is ["growth", var measured, var chart])
{
    GrowthTable.Print(Console.Out, measured, chart);
    return;
}

if (args is ["fm"])
{
    FactorizationTable.Print(Console.Out);
    return;
}

if (args is ["hybrid"])
{
    HybridTable.Print(Console.Out);
    return;
}

if (args is ["training", ..])
{
    string trainer = args.Length > 1 ? args[1] : "cpu";
    int threads = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 2;
    TrainingTable.Print(Console.Out, Enum.Parse<HybridDevice>(trainer, ignoreCase: true), threads);
    return;
}

if (args is ["hybrid", var device])
{
    HybridTable.Print(Console.Out, Enum.Parse<DeviceChoice>(device, ignoreCase: true));
    return;
}

if (args is ["ablation", var work, var fixedSplits, ..])
{
    HybridDevice place = args.Length > 3 ? Enum.Parse<HybridDevice>(args[3], ignoreCase: true) : HybridDevice.Cpu;
    int cores = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
    AblationTable.Print(Console.Out, work, fixedSplits, place, cores);
    return;
}

if (args is ["serve", var command, var served, ..])
{
    int connections = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 8;
    ServeTable.Print(Console.Out, command, served, connections, args.Length > 4 ? args[4] : "");
    return;
}

if (args is ["soak", var soaked, var soakedModel, ..])
{
    double minutes = args.Length > 3 ? double.Parse(args[3], CultureInfo.InvariantCulture) : 10;
    SoakTable.Print(Console.Out, soaked, soakedModel, minutes);
    return;
}

if (args is ["swap", var swapping, var modelA, var modelB, ..])
{
    int connections = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 8;
    await SwapTable.PrintAsync(Console.Out, swapping, modelA, modelB, connections);
    return;
}

if (args is ["in-process", var inProcess])
{
    InProcessTable.Print(Console.Out, inProcess);
    return;
}

if (args is ["cold-users", var splits])
{
    ColdUsersTable.Print(Console.Out, splits);
    return;
}

if (args is ["controls", var validation])
{
    ControlsTable.Print(Console.Out, validation, SplitPart.Validation);
    return;
}

if (args is ["controls", var dataset, "test"])
{
    ControlsTable.Print(Console.Out, dataset, SplitPart.Test);
    return;
}

if (args is ["titles"])
{
    TitleSearchTable.Print(Console.Out);
    return;
}

if (args is ["imports", ..])
{
    ImportsTable.Print(Console.Out, args.Length > 1 ? args[1] : null);
    return;
}

if (args is ["search", var raw, var cache])
{
    SearchTable.Judge(Console.Out, raw, cache);
    return;
}

if (args is ["search-times"])
{
    SearchTable.Time(Console.Out, 88_000);
    return;
}

if (args is ["text", var described, .. [] or ["int8"]])
{
    TextTable.Print(Console.Out, described, args.Length == 2 ? TextPrecision.Full : TextPrecision.Int8);
    return;
}

if (args is ["store", var storeFile])
{
    await StoreTable.PrintAsync(Console.Out, storeFile);
    return;
}

if (args is ["retrieval"])
{
    RetrievalTable.Print(Console.Out);
    return;
}

if (args is ["retrieval", var retrieving])
{
    ModelRetrievalTable.Print(Console.Out, retrieving);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ShortRun).Assembly).Run(args, new ShortRun());
