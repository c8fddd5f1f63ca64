namespace Talon.RuleEngine.Carts;

/// <summary>An order of units that does not depend on the order of lines: only units alike in everything stand by position.</summary>
internal sealed class CanonicalOrder : IComparer<CartUnit>
{
    /// <summary>Cheapest first.</summary>
    public static readonly CanonicalOrder Ascending = new(1);

    /// <summary>Most expensive first.</summary>
    public static readonly CanonicalOrder Descending = new(-1);

    private readonly int _sign;

    private CanonicalOrder(int sign) => _sign = sign;

    public int Compare(CartUnit? a, CartUnit? b)
    {
        if (ReferenceEquals(a, b))
            return 0;
        var (x, y) = (a!.Line, b!.Line);
        if (a.Price.CompareTo(b.Price) is not 0 and var price)
            return price * _sign;
        if (ReferenceEquals(x, y))
            return a.SubPosition.CompareTo(b.SubPosition);
        if (Texts(x, y) is not 0 and var texts)
            return texts;
        if (Numbers(x, y) is not 0 and var numbers)
            return numbers;
        if (string.CompareOrdinal(Details(x), Details(y)) is not 0 and var details)
            return details;
        return x.Position != y.Position ? x.Position.CompareTo(y.Position) : a.Index.CompareTo(b.Index);
    }

    private static int Texts(CartItemFacts x, CartItemFacts y) =>
        string.CompareOrdinal(x.Sku, y.Sku) is not 0 and var sku ? sku
        : string.CompareOrdinal(x.Category, y.Category) is not 0 and var category ? category
        : string.CompareOrdinal(x.Name, y.Name) is not 0 and var name ? name
        : string.CompareOrdinal(x.ProductName, y.ProductName);

    private static int Numbers(CartItemFacts x, CartItemFacts y) =>
        Nullable.Compare(x.Weight, y.Weight) is not 0 and var weight ? weight
        : Nullable.Compare(x.Height, y.Height) is not 0 and var height ? height
        : Nullable.Compare(x.Width, y.Width) is not 0 and var width ? width
        : Nullable.Compare(x.Length, y.Length) is not 0 and var length ? length
        : Nullable.Compare(x.CatalogItemId, y.CatalogItemId);

    private static string Details(CartItemFacts line) =>
        line.AdditionalCosts.Count + line.Attributes.Count == 0 ? "" : string.Join(
            '\n',
            line.AdditionalCosts.OrderBy(cost => cost.Key, StringComparer.Ordinal).Select(cost => $"{cost.Key}={ValueText.Of(cost.Value)}")
                .Concat(line.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}:{ValueText.Of(attribute.Value)}")));
}
