namespace Talon.Http;

/// <summary>Where a request leads.</summary>
/// <param name="Operations">The operations of the path, by method; null when there is no such path.</param>
/// <param name="Values">The decoded path parameters in order.</param>
internal readonly record struct RouteMatch(IReadOnlyDictionary<string, Operation>? Operations, IReadOnlyList<string> Values);
