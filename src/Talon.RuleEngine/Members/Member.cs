using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>A built-in attribute of an entity.</summary>
internal sealed class Member<TEntity>(string name, TalangType type, string summary, Usage usage, Func<Func<Scope, TEntity?>, MemberSite, Expression> build)
    where TEntity : class
{
    public string Name { get; } = name;

    public TalangType Type { get; } = type;

    public string Summary { get; } = summary;

    /// <summary>What reading it looks at.</summary>
    public Usage Usage { get; } = usage;

    public Expression Read(Func<Scope, TEntity?> entity, MemberSite site) => build(entity, site);
}

/// <summary>One place where an attribute is read: the faults it may leave are made once.</summary>
/// <param name="Path">The path, such as <c>Session.Total</c>.</param>
/// <param name="NoEntity">There is no such entity in this evaluation.</param>
/// <param name="Slot">Where the entity stands: a slot, -1 for a root, -2 when an expression gives it.</param>
internal sealed record MemberSite(string Path, Fault NoEntity, int Slot)
{
    /// <summary>The path as a name for what is read; null when it is not the whole of it.</summary>
    public string? PlainPath => Slot < -1 ? null : Path;

    /// <summary>The attribute is not set.</summary>
    public Fault NotSet { get; } = Fault.Missing(Path);
}
