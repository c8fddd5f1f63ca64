using System.Collections.Frozen;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Knows an Application's additional costs and checks what sessions and cart items carry.</summary>
public sealed class AdditionalCostChecker
{
    private readonly FrozenDictionary<string, AccountAdditionalCost> _byName;

    /// <summary>Creates a checker of these costs.</summary>
    public AdditionalCostChecker(IEnumerable<AccountAdditionalCost> costs)
    {
        All = [.. costs];
        _byName = All.ToFrozenDictionary(cost => cost.Name);
    }

    /// <summary>All costs, by id.</summary>
    public IReadOnlyList<AccountAdditionalCost> All { get; }

    /// <summary>A cost; null when the Application has none of that name. Names are case-sensitive.</summary>
    public AccountAdditionalCost? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reports every unknown cost, every cost that may not stand there, and every price that is not a number.</summary>
    /// <param name="carrier"><see cref="AdditionalCostScope.Session"/> or <see cref="AdditionalCostScope.Item"/>: what carries the costs.</param>
    /// <param name="costs">A JSON object from names to objects with a price; null and undefined pass.</param>
    /// <param name="pointer">Where the object stands in the request.</param>
    /// <param name="problems">What was found is added here.</param>
    public void Check(AdditionalCostScope carrier, JsonElement costs, string pointer, ICollection<Problem> problems)
    {
        if (costs.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return;
        if (costs.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new("Invalid type", "Value of \"additionalCosts\" is not an object", pointer));
            return;
        }

        foreach (var member in costs.EnumerateObject())
        {
            var place = JsonPointer.Append(pointer, member.Name);
            CheckName(carrier, member.Name, place, problems);
            if (member.Value.ValueKind != JsonValueKind.Object
                || !member.Value.TryGetProperty("price"u8, out var price)
                || price.ValueKind != JsonValueKind.Number
                || !price.TryGetDecimal(out _))
            {
                problems.Add(new("Invalid type", $"Value of \"{member.Name}\" additional cost has no number as its price", JsonPointer.Append(place, "price")));
            }
        }
    }

    /// <summary>Reports costs that are unknown or may not stand there, for callers that have read the prices themselves.</summary>
    public void Check(AdditionalCostScope carrier, IEnumerable<string> names, string pointer, ICollection<Problem> problems)
    {
        foreach (var name in names)
            CheckName(carrier, name, JsonPointer.Append(pointer, name), problems);
    }

    private void CheckName(AdditionalCostScope carrier, string name, string pointer, ICollection<Problem> problems)
    {
        var entities = carrier == AdditionalCostScope.Item ? "CartItem" : "CustomerSession";
        if (Find(name) is not { } cost)
            problems.Add(new("Unknown", $"The additional cost \"{name}\" is not defined.", pointer));
        else if (cost.Type != AdditionalCostScope.Both && cost.Type != carrier)
            problems.Add(new("Unknown", $"The additional cost \"{name}\" is not defined on {entities} entities.", pointer));
    }
}
