using System.Globalization;
using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>One time that an operation is sent to an instance.</summary>
/// <param name="number">Counts sendings, from 1.</param>
/// <param name="operation">What is to be done.</param>
/// <param name="instance">Who is asked.</param>
internal sealed class Sending(long number, Operation operation, string instance)
{
    /// <summary>What is to be done.</summary>
    public Operation Operation => operation;

    /// <summary>The name in traces.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{instance} r{number}");

    /// <summary>Whether the operation had been answered before.</summary>
    public bool Repeats { get; } = operation is { Keyed: true, FirstAnswer: not null };

    /// <summary>How often it committed a session or a profile.</summary>
    public int Commits { get; set; }

    /// <summary>How many entries the session's history had when it was sent.</summary>
    public int HistoryBefore { get; set; }

    /// <summary>What the client heard.</summary>
    public Outcome Outcome { get; set; }

    /// <summary>The answer; empty unless acknowledged.</summary>
    public ReadOnlyMemory<byte> Answer { get; set; }

    /// <summary>The refusal; null unless refused.</summary>
    public RefusalException? Refusal { get; set; }

    /// <summary>What the application rendered last on its behalf; null when it came to none.</summary>
    public IntegrationState? Rendered { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {operation}";
}
