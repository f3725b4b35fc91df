using MutualInfo.Tool;

return await MutualInfoCommand.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
