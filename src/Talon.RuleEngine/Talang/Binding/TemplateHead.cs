namespace Talon.RuleEngine.Talang;

/// <summary>The head of a template: its name, and perhaps what it takes.</summary>
internal sealed record TemplateHead(string Name, IReadOnlyList<TalangType>? Parameters)
{
    /// <summary>Reads a head such as <c>plus(Decimal, Decimal)Decimal</c> or <c>plus</c>; null when it is neither.</summary>
    public static TemplateHead? Parse(string text)
    {
        var open = text.IndexOf('(');
        if (open < 0)
            return text.Length > 0 ? new TemplateHead(text, null) : null;
        var close = text.IndexOf(')');
        if (open == 0 || close < open)
            return null;
        var words = text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new TemplateHead(text[..open], [.. words.Select(Named)]);
    }

    /// <summary>The type of an argument; null when the head does not say.</summary>
    public TalangType? TypeOf(int argument) =>
        Parameters is { } all && argument < all.Count && all[argument].Kind != TypeKind.Any ? all[argument] : null;

    private static TalangType Named(string word) => word switch
    {
        "Decimal" => TalangType.Number,
        "String" => TalangType.String,
        "Boolean" => TalangType.Boolean,
        "Time" => TalangType.Time,
        _ => TalangType.Any,
    };
}
