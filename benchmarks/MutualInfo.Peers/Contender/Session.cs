using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace MutualInfo.Peers.Contender;

/// <summary>Obeys the driver: reads one JSON request a line, answers one JSON line. The peers' processes speak the same.</summary>
internal sealed class Session(TextReader requests, TextWriter replies)
{
    // Code is recompiled with what its first calls have taught, so it is called for a while before it is timed.
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, Work> _prepared = [];

    public void Serve()
    {
        while (requests.ReadLine() is { } line)
        {
            object reply;
            try
            {
                reply = Answer(JsonSerializer.Deserialize<Request>(line, _json)!);
            }
            catch (Exception exception)
            {
                // The driver reports it with the row it belongs to, and goes on.
                reply = new { error = $"{exception.GetType().Name}: {exception.Message}" };
            }

            replies.WriteLine(JsonSerializer.Serialize(reply, _json));
            replies.Flush();
        }
    }

    private object Answer(Request request)
    {
        switch (request.Do)
        {
            case "versions":
                return Versions();
            case "prepare":
                return Prepare(request);
            case "run":
                return Run(_prepared[request.Key].Run, request.Times);
            default:
                _prepared.Remove(request.Key);
                GC.Collect();
                return new { };
        }
    }

    private static Dictionary<string, string> Versions() => new()
    {
        ["MutualInfo"] = typeof(Symbols).Assembly.GetName().Version!.ToString(3),
        [".NET"] = RuntimeInformation.FrameworkDescription,
        ["System.Numerics.Tensors"] = typeof(TensorPrimitives).Assembly.GetName().Version!.ToString(3),
        ["MathNet.Numerics"] = typeof(MathNet.Numerics.Control).Assembly.GetName().Version!.ToString(3),
    };

    private object Prepare(Request request)
    {
        Work work = request.Variant == "MathNet" ? MathNetPeer.Eigenvalues(request) : Library.Make(request);
        long started = Stopwatch.GetTimestamp();
        do
            work.Run();
        while (Stopwatch.GetElapsedTime(started) < _warmUp);
        _prepared[request.Key] = work;
        return new { answer = work.Answer() };
    }

    private static object Run(Action work, int times)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            work();
        TimeSpan wall = Stopwatch.GetElapsedTime(started);
        return new { wall = wall.TotalSeconds, cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds };
    }
}
