using System.Collections.Frozen;

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

    /// <summary>Reports every unknown cost, and every cost that may not stand there.</summary>
    /// <param name="carrier"><see cref="AdditionalCostScope.Session"/> or <see cref="AdditionalCostScope.Item"/>: what carries the costs.</param>
    /// <param name="names">The names of the costs.</param>
    /// <param name="pointer">Where the object with the costs stands in the request.</param>
    /// <param name="problems">What was found is added here.</param>
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
