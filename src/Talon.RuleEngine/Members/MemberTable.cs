using System.Runtime.CompilerServices;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>The attributes of an entity: built-in ones, and custom ones by the vocabulary.</summary>
internal sealed class MemberTable<TEntity>(string entity, AttributeEntity? attributes, Func<Scope, TEntity, IReadOnlyDictionary<string, Value>>? customOf)
    where TEntity : class
{
    private readonly Dictionary<string, Member<TEntity>> _members = [];
    private readonly Dictionary<string, (string Summary, Func<Scope, TEntity, string, decimal?> Get)> _costs = [];

    /// <summary>What every attribute of the entity looks at.</summary>
    public Usage Usage { get; init; }

    public IEnumerable<(string Name, TalangType Type, string Summary)> All =>
        _members.Values.Distinct().Select(member => (member.Name, member.Type, member.Summary))
            .Concat(_costs.Select(cost => ($"{cost.Key}.<name>", TalangType.Number, cost.Value.Summary)));

    public MemberTable<TEntity> Text(string name, string summary, Func<Scope, TEntity, string?> get) =>
        Add(name, TalangType.String, summary, (source, site) => new Expression<string>(TalangType.String, site.Slot >= 0
            ? scope => get(scope, InSlot(scope, site.Slot)) ?? scope.Fail(site.NotSet, "")
            : scope => source(scope) is { } owner ? get(scope, owner) ?? scope.Fail(site.NotSet, "") : scope.Fail(site.NoEntity, ""))
        { Path = site.PlainPath });

    /// <summary>A text that depends on nothing but the entity.</summary>
    public MemberTable<TEntity> OwnText(string name, string summary, Func<TEntity, string?> get)
    {
        Func<object, string?> textOf = entity => get(Unsafe.As<TEntity>(entity));
        return Add(name, TalangType.String, summary, (source, site) => new Expression<string>(TalangType.String, site.Slot >= 0
            ? scope => get(InSlot(scope, site.Slot)) ?? scope.Fail(site.NotSet, "")
            : scope => source(scope) is { } owner ? get(owner) ?? scope.Fail(site.NotSet, "") : scope.Fail(site.NoEntity, ""))
        { Path = site.PlainPath, TextOf = textOf });
    }

    public MemberTable<TEntity> Number(string name, string summary, Func<Scope, TEntity, decimal> get, Usage usage = Usage.None) =>
        Add(name, TalangType.Number, summary, (source, site) => new Expression<decimal>(TalangType.Number, site.Slot >= 0
            ? scope => get(scope, InSlot(scope, site.Slot))
            : scope => source(scope) is { } owner ? get(scope, owner) : scope.Fail(site.NoEntity, 0m))
        { Path = site.PlainPath }, usage);

    public MemberTable<TEntity> MaybeNumber(string name, string summary, Func<Scope, TEntity, decimal?> get) =>
        Add(name, TalangType.Number, summary, (source, site) => new Expression<decimal>(TalangType.Number, scope =>
            source(scope) is { } owner ? get(scope, owner) ?? scope.Fail(site.NotSet, 0m) : scope.Fail(site.NoEntity, 0m))
        { Path = site.PlainPath });

    public MemberTable<TEntity> Flag(string name, string summary, Func<Scope, TEntity, bool> get) =>
        Add(name, TalangType.Boolean, summary, (source, site) => new Expression<bool>(TalangType.Boolean, scope =>
            source(scope) is { } owner ? get(scope, owner) : scope.Fail(site.NoEntity, false))
        { Path = site.PlainPath });

    public MemberTable<TEntity> Time(string name, string summary, Func<Scope, TEntity, DateTimeOffset?> get) =>
        Add(name, TalangType.Time, summary, (source, site) => new Expression<DateTimeOffset>(TalangType.Time, scope =>
            source(scope) is { } owner ? get(scope, owner) ?? scope.Fail(site.NotSet, default(DateTimeOffset)) : scope.Fail(site.NoEntity, default(DateTimeOffset)))
        { Path = site.PlainPath });

    public MemberTable<TEntity> List(string name, TalangType element, string summary, Func<Scope, TEntity, ValueList> get) =>
        Add(name, TalangType.ListOf(element), summary, (source, site) => new Expression<ValueList>(TalangType.ListOf(element), scope =>
            source(scope) is { } owner ? get(scope, owner) : scope.Fail(site.NoEntity, ValueList.Empty))
        { Path = site.PlainPath });

    /// <summary>Additional costs under one name, such as <c>AdditionalCosts.shipping</c>.</summary>
    public MemberTable<TEntity> Costs(string name, string summary, Func<Scope, TEntity, string, decimal?> get)
    {
        _costs.Add(name, (summary, get));
        return this;
    }

    /// <summary>Another name for a member.</summary>
    public MemberTable<TEntity> Alias(string alias, string name)
    {
        _members.Add(alias, _members[name]);
        return this;
    }

    /// <summary>Reads an attribute; the names are what follows the entity in the path.</summary>
    public Expression Read(Binder binder, PathNames path, AttributeSource origin, Func<Scope, TEntity?> source, Fault noEntity)
    {
        if (path.Next() is not { } name)
            return binder.Refuse(path.Whole, $"{path.Text} is an object; name one of its attributes.", "an attribute", entity);
        binder.Usage |= Usage;
        if (_members.TryGetValue(name, out var member) || (path.Peek is { } second && _members.TryGetValue($"{name}.{second}", out member) && path.Next() is not null))
        {
            binder.Usage |= member.Usage;
            var read = member.Read(source, new MemberSite(path.Text, noEntity, origin.Slot));
            read.Attribute = new AttributeRead(origin, member.Name);
            return read;
        }

        if (_costs.TryGetValue(name, out var cost))
            return Cost(binder, path, origin, source, noEntity, cost.Get);
        if (name == "Attributes" && path.Next() is { } attribute)
            name = attribute;
        var custom = Custom(binder, path, name, origin, source, noEntity);
        custom.Attribute = new AttributeRead(origin, "Attributes." + name);
        return custom;
    }

    private static Expression Cost(Binder binder, PathNames path, AttributeSource origin, Func<Scope, TEntity?> source, Fault noEntity, Func<Scope, TEntity, string, decimal?> get)
    {
        if (path.Next() is not { } name)
            return binder.Refuse(path.Whole, $"{path.Text} is an object; name one of its entries.");
        if (binder.Vocabulary.Find("cost", Value.Of(name), binder.Campaign.Id) is null)
            return binder.Refuse(path.Here, $"There is no additional cost \"{name}\".", "an additional cost", $"\"{name}\"");
        if (path.Peek == "Price")
            path.Next();
        var site = new MemberSite(path.Text, noEntity, origin.Slot);
        return new Expression<decimal>(TalangType.Number, scope =>
            source(scope) is { } owner ? get(scope, owner, name) ?? scope.Fail(site.NotSet, 0m) : scope.Fail(noEntity, 0m))
        { Path = site.PlainPath };
    }

    private Expression Custom(Binder binder, PathNames path, string name, AttributeSource origin, Func<Scope, TEntity?> source, Fault noEntity)
    {
        if (attributes is not { } kind || customOf is null || binder.Vocabulary.Attribute(kind, name) is not { } type)
            return binder.Refuse(path.Here, $"The attribute \"{name}\" is not defined on {entity} entities.", $"an attribute of {entity}", $"\"{name}\"");
        return CustomAttribute.Read(type, new MemberSite(path.Text, noEntity, origin.Slot), name, source, customOf);
    }

    /// <summary>What a block names stands in its slot; this is where rules spend their time.</summary>
    private static TEntity InSlot(Scope scope, int slot) => Unsafe.As<TEntity>(scope.Slots[slot].Entity);

    private MemberTable<TEntity> Add(string name, TalangType type, string summary, Func<Func<Scope, TEntity?>, MemberSite, Expression> build, Usage usage = Usage.None)
    {
        _members.Add(name, new Member<TEntity>(name, type, summary, usage, build));
        return this;
    }
}
