using System.Globalization;

namespace Talon.Simulation;

/// <summary>What happened, in order: always as a hash that tells two runs apart, and as text when a run is told over.</summary>
/// <param name="time">The clock of the run.</param>
/// <param name="most">The most lines to keep, the last ones; 0 for the hash alone.</param>
internal sealed class Trace(VirtualTime time, int most)
{
    private const ulong Prime = 1099511628211;

    private readonly Queue<string> _lines = new();

    /// <summary>FNV-1a over everything noted.</summary>
    public ulong Hash { get; private set; } = 14695981039346656037;

    /// <summary>How much was noted.</summary>
    public long Count { get; private set; }

    /// <summary>Whether text is kept.</summary>
    public bool Telling => most > 0;

    /// <summary>The lines kept.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Readable names of partitions.</summary>
    public Dictionary<string, string> Names { get; } = [];

    /// <summary>Notes that something happened.</summary>
    /// <param name="who">Who did it.</param>
    /// <param name="what">What it was.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="detail">Called only when text is kept.</param>
    public void Note(string who, string what, string subject, Func<string>? detail = null)
    {
        Count++;
        Mix(who);
        Mix(what);
        Mix(subject);
        Mix(time.Elapsed.Ticks);
        if (!Telling)
            return;
        if (_lines.Count == most)
            _lines.Dequeue();
        var name = Names.GetValueOrDefault(subject, subject);
        _lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{Count,7} {time.GetUtcNow():dd HH:mm:ss.fff} {who,-14} {what,-9} {name} {detail?.Invoke()}"));
    }

    private void Mix(string text)
    {
        foreach (var c in text)
            Hash = (Hash ^ c) * Prime;
    }

    private void Mix(long number) => Hash = (Hash ^ (ulong)number) * Prime;
}
