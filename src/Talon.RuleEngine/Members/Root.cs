using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>Something that paths start with, such as <c>Session</c>.</summary>
/// <param name="Names">Its name, and other names for it.</param>
/// <param name="Read">Reads what the rest of the path names.</param>
/// <param name="Members">Its built-in attributes.</param>
internal sealed record Root(IReadOnlyList<string> Names, Func<Binder, PathNames, Expression> Read, Func<IEnumerable<(string Name, TalangType Type, string Summary)>> Members)
{
    /// <summary>A root that is one entity of the evaluation.</summary>
    public static Root Of<TEntity>(IReadOnlyList<string> names, MemberTable<TEntity> table, Func<Scope, TEntity?> entity)
        where TEntity : class
    {
        var missing = Fault.Missing(names[0]);
        return new Root(names, (binder, path) => table.Read(binder, path, AttributeSource.Root(names[0]), entity, missing), () => table.All);
    }
}
