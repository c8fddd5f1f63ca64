using Talon.Promotions;

namespace Talon.Http;

/// <summary>Points that were activated, with the names of the API.</summary>
/// <param name="LedgerEntries">The transactions.</param>
internal sealed record ActivatedBody(IReadOnlyList<ActivatedPoints> LedgerEntries);
