using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a schema cannot tell of a sync.</summary>
internal static class CatalogChecks
{
    private const int LargestAction = 128 * 1024;

    /// <summary>Finds every problem of a sync.</summary>
    public static ProblemList Find(Catalog catalog, AttributeChecker attributes, IReadOnlyList<CatalogAction> actions)
    {
        var problems = new ProblemList();
        var seen = new HashSet<string>();
        for (var i = 0; i < actions.Count; i++)
        {
            var (action, at) = (actions[i], JsonPointer.Append("/actions", i));
            if (action.Kind != actions[0].Kind)
                problems.Invalid("All actions of one sync are of the same type", at + "/type");
            if (action.Sku is not null && !seen.Add(action.Sku))
                problems.All.Add(new("Duplicate", $"There is an action on the sku \"{action.Sku}\" already", at + "/payload/sku"));
            if (action.Attributes is { } set)
                Attributes(catalog, attributes, set, at + "/payload/attributes", problems);
            for (var f = 0; f < action.Filters.Count; f++)
                Filter(catalog, attributes, action.Filters[f], JsonPointer.Append(at + "/payload/filters", f), problems);
            for (var a = 0; a < action.Adjustments.Count; a++)
            {
                if (action.Adjustments[a].EffectiveFrom >= action.Adjustments[a].EffectiveUntil)
                    problems.Invalid("\"effectiveUntil\" is not after \"effectiveFrom\"", JsonPointer.Append(at + "/payload/adjustments", a) + "/effectiveUntil");
            }
        }

        return problems;
    }

    private static void Attributes(Catalog catalog, AttributeChecker attributes, JsonElement set, string at, ProblemList problems)
    {
        attributes.Check(AttributeEntity.CartItem, set, at, problems.All);
        if (set.ValueKind != JsonValueKind.Object)
            return;
        if (set.GetRawText().Length > LargestAction)
            problems.All.Add(new("maxLength", $"The attributes of an item are longer than {LargestAction} characters", at));
        foreach (var name in set.EnumerateObject().Select(member => member.Name))
        {
            if (attributes.Find(AttributeEntity.CartItem, name) is { } attribute && !IsOf(catalog, attribute))
                problems.Unknown($"The attribute \"{name}\" is not connected to this catalog.", JsonPointer.Append(at, name));
        }
    }

    private static void Filter(Catalog catalog, AttributeChecker attributes, CatalogFilter filter, string at, ProblemList problems)
    {
        if (attributes.Find(AttributeEntity.CartItem, filter.Attribute) is not { } attribute || !IsOf(catalog, attribute))
            problems.Unknown($"The attribute \"{filter.Attribute}\" is not connected to this catalog.", at + "/attr");
        else if (CatalogFilters.Numeric.Contains(filter.Operator) && (attribute.Type != AttributeType.Number || CatalogFilters.Number(filter.Value) is null))
            problems.Invalid($"The operator {filter.Operator} compares numbers.", at + "/op");
    }

    private static bool IsOf(Catalog catalog, EntityAttribute attribute) => attribute.SubscribedCatalogsIds is not { Count: > 0 } catalogs || catalogs.Contains(catalog.Id);
}
