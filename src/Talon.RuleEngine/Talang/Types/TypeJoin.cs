namespace Talon.RuleEngine.Talang;

/// <summary>The type of a value that may come from several places.</summary>
internal static class TypeJoin
{
    /// <summary>The narrowest type that holds both.</summary>
    public static TalangType Of(TalangType a, TalangType b)
    {
        if (a.Equals(b) || b.Kind == TypeKind.Nothing)
            return a;
        if (a.Kind == TypeKind.Nothing)
            return b;
        return a.Kind == TypeKind.List && b.Kind == TypeKind.List
            ? TalangType.ListOf(Of(a.Element!, b.Element!))
            : TalangType.Any;
    }

    /// <summary>The narrowest type that holds all; nothing for none.</summary>
    public static TalangType Of(IEnumerable<Expression> expressions)
    {
        var type = TalangType.Nothing;
        foreach (var expression in expressions)
            type = Of(type, expression.Type);
        return type;
    }
}
