using System.Text;
using MutualInfo.InformationPlanes;
using Spectre.Console;

// Arrows and accents survive a Windows console only so.
Console.OutputEncoding = Encoding.UTF8;
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // Leave the terminal as it was found: the run ends by itself.
    pressed.Cancel = true;
    cancellation.Cancel();
};

IAnsiConsole console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    // What is not a terminal has no width, so sentences stay whole; and no colour or cursor codes get into a file.
    console.Profile.Width = 1000;
    console.Profile.Capabilities.Ansi = false;
    console.Profile.Capabilities.Interactive = false;
}

return App.Run(args, console, Console.Error, cancellation.Token);
