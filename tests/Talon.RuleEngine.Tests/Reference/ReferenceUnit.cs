namespace Talon.RuleEngine.Tests.Reference;

/// <summary>One unit of a cart line.</summary>
internal sealed class ReferenceUnit(CartItemFacts line, int subPosition)
{
    public CartItemFacts Line { get; } = line;

    public int SubPosition { get; } = subPosition;

    /// <summary>What earlier campaigns took off, as far as this campaign sees it.</summary>
    public decimal Reduction { get; set; }

    public decimal Price => Math.Max(0, Line.Price - Reduction);
}
