namespace MutualInfo.Peers.Pages;

/// <summary>Every goal with what was measured: our median, the peer's, their ratio, the floor and the moonshot.</summary>
internal static class GoalTable
{
    public static IEnumerable<string> Lines(PeersResult result)
    {
        yield return "| id | work | size | ours | peer | peer's | ratio (of minima) | floor | | moonshot |";
        yield return "|---|---|---|---:|---|---:|---:|---:|---|---:|";
        foreach (PeersRow row in result.Rows)
        {
            foreach (PeersGoal goal in row.Goals)
                yield return Line(row, goal);
            foreach (PeersFigure figure in row.Figures)
                yield return Line(row, figure);
        }
    }

    private static string Line(PeersRow row, PeersGoal goal)
    {
        string ours = row.Ours is { Median: { } median } ? Quantity.Seconds(median) : "–";
        string peer = Array.Find(row.Contenders, one => one.Name == goal.Peer)?.Median is { } time ? Quantity.Seconds(time) : "–";
        string name = goal.Peer is null || goal.Peer == goal.Against ? goal.Against : $"{goal.Peer} (best peer)";
        string ratio = goal is { Ratio: { } ofMedians, RatioOfMinima: { } ofMinima }
            ? $"{Quantity.Ratio(ofMedians)} ({Quantity.Ratio(ofMinima)})"
            : Reason(row);
        return $"| {goal.Id} | {row.Name} | {row.Size} | {ours} | {name} | {peer} | {ratio} | {Quantity.Goal(goal.Floor)} | {Verdict(goal.Met)} | {Quantity.Goal(goal.Moonshot)} |";
    }

    private static string Line(PeersRow row, PeersFigure figure)
    {
        string value = figure.Value is { } measured ? Quantity.Figure(measured, figure.Unit) : Reason(row);
        string peers = string.Join(", ", (figure.Peers ?? []).Select(pair => $"{pair.Key} {Quantity.Figure(pair.Value, figure.Unit)}"));
        return $"| {figure.Id} | {row.Name}: {figure.Name} | {row.Size} | {value} | {(peers.Length > 0 ? peers : "none can")} | | | "
            + $"≤ {Quantity.Figure(figure.Floor, figure.Unit)} | {Verdict(figure.Met)} | ≤ {Quantity.Figure(figure.Moonshot, figure.Unit)} |";
    }

    private static string Verdict(bool? isMet) => isMet switch
    {
        true => "met",
        false => "**missed**",
        null => "",
    };

    // Whoever is missing from a goal says why; where a peer's library is absent, nobody is there to say it.
    private static string Reason(PeersRow row) =>
        Array.Find(row.Contenders, one => one.Unavailable is not null)?.Unavailable ?? "not measured";
}
