namespace Talon.Server.Tests;

/// <summary>A request that an operation answers with a status.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; names in braces stand for what the world has. Null for none.</param>
/// <param name="Query">The query, from the question mark on; likewise.</param>
/// <param name="Ids">Values of the path, where they are not the world's.</param>
internal sealed record ConformanceCase(string OperationId, int Status, string? Body = null, string Query = "", IReadOnlyDictionary<string, string>? Ids = null)
{
    /// <summary>What is done beforehand.</summary>
    public Func<ConformanceWorld, Task>? Before { get; init; }

    /// <summary>The Authorization header; null for the world's own key.</summary>
    public Func<ConformanceWorld, ApiClient>? Caller { get; init; }

    /// <summary>Whether it takes parallel requests for one customer, of which some are refused.</summary>
    public bool IsRace { get; init; }

    /// <summary>The Idempotency-Key that the calls of a race share; null for none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Types of effects that the answer must hold.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>Pairs of a name and a value of the path.</summary>
    public static IReadOnlyDictionary<string, string> Path(string name, string value) => new Dictionary<string, string> { [name] = value };
}
