namespace Talon.RuleEngine.Talang;

/// <summary>Checks JSON objects that stand for maps.</summary>
internal static class MapBinder
{
    public static Expression Bind(Binder binder, ObjectSyntax syntax)
    {
        var problems = binder.Problems.Count;
        var entries = new List<KeyValuePair<string, Expression>>();
        foreach (var (name, node) in syntax.Members)
            entries.Add(new(name, node is ObjectSyntax inner ? Bind(binder, inner) : binder.Bind(node)));
        return binder.Problems.Count > problems ? new RefusedExpression() : Of(entries);
    }

    /// <summary>A map of computed values.</summary>
    public static Expression Of(IReadOnlyList<KeyValuePair<string, Expression>> entries)
    {
        var names = entries.Select(entry => entry.Key).ToArray();
        var values = entries.Select(entry => entry.Value.AsValue()).ToArray();
        return new Expression<ValueMap>(TalangType.Map, scope =>
        {
            var map = new Dictionary<string, Value>(names.Length);
            for (var i = 0; i < names.Length; i++)
                map[names[i]] = values[i](scope);
            return new ValueMap(map);
        })
        { Entries = entries };
    }
}
