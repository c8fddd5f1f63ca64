using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Indexing;

/// <summary>What a requirement looks at; two of the same name look at the same.</summary>
/// <param name="Name">Such as <c>Session.ShippingCity</c> or <c>CartItem.Category</c>.</param>
internal abstract record Probe(string Name);

/// <summary>A text of the facts, or of each item.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads it; leaves a fault when it is not there.</param>
/// <param name="ItemSlot">For a text of items, the slot to put each item into; otherwise -1.</param>
internal sealed record TextProbe(string Name, Func<Scope, string> Read, int ItemSlot = -1) : Probe(Name);

/// <summary>A number of the facts that does not grow while campaigns are evaluated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads it; leaves a fault when it is not there.</param>
internal sealed record NumberProbe(string Name, Func<Scope, decimal> Read) : Probe(Name);
