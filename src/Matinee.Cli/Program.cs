using Matinee.Cli;

return await MatineeCli.RunAsync(args, Console.Out, Console.Error);
