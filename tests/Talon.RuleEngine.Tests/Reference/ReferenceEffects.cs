using System.Text.Json;

namespace Talon.RuleEngine.Tests.Reference;

/// <summary>Emits the effects of one rule.</summary>
internal sealed class ReferenceEffects(ReferenceLanguage language, ReferenceCart cart, ReferenceBudget budget, ApplicationSettings settings)
{
    public List<EffectProps> Emitted { get; } = [];

    /// <summary>Discounts emitted, with what later campaigns see reduced by them.</summary>
    public List<(decimal Amount, Action<ReferenceCart> Reduce)> Discounts { get; } = [];

    public void Run(JsonElement effect)
    {
        switch (effect[0].GetString())
        {
            case "noop":
                break;
            case "catch":
                var (emitted, discounts, taken) = (Emitted.Count, Discounts.Count, budget.Save());
                try
                {
                    Run(effect[2]);
                }
                catch (ReferenceFault fault) when (fault.What != ReferenceFault.Kind.Refused)
                {
                    Emitted.RemoveRange(emitted, Emitted.Count - emitted);
                    Discounts.RemoveRange(discounts, Discounts.Count - discounts);
                    budget.Restore(taken);
                    Run(effect[1]);
                }

                break;
            case "showNotification":
                Emitted.Add(new ShowNotificationProps(effect[1].GetString()!, language.Text(effect[2]), language.Text(effect[3])));
                break;
            case "addFreeItem":
                Emitted.Add(new AddFreeItemProps(language.Text(effect[1]), language.Text(effect[2])));
                break;
            case "setDiscount":
                Session(effect);
                break;
            case "setDiscountPerItem":
                Items(effect);
                break;
            case "setDiscountPerBundle":
                Bundles(effect);
                break;
            default:
                throw new NotSupportedException(effect[0].GetString());
        }
    }

    private void Session(JsonElement effect)
    {
        var (name, scope) = (language.Text(effect[1]), effect.GetArrayLength() > 3 ? effect[3].GetProperty("scope").GetString()! : "sessionTotal");
        var (granted, desired) = budget.Take(language.Number(effect[2]));
        Emitted.Add(new SetDiscountProps(name, granted, settings.CascadingDiscounts ? scope : null, desired));
        Discounts.Add((granted, later =>
        {
            if (scope == "cartItems")
                later.ItemsReduction += granted;
            else
                later.SessionReduction += granted;
        }));
    }

    private void Items(JsonElement effect)
    {
        var name = language.Text(effect[1]);
        var units = language.List(effect[3]).Cast<ReferenceUnit>().ToList();
        if (effect.GetArrayLength() > 4)
        {
            Prorated(name, language.Number(effect[2]), units);
            return;
        }

        var first = true;
        foreach (var unit in units)
        {
            try
            {
                var (granted, desired) = budget.Take((decimal)Amount(effect[2], unit));
                Emit(unit, new SetDiscountPerItemProps($"{name}#{unit.Line.Position}", granted, unit.Line.Position, unit.SubPosition, desired));
            }
            catch (ReferenceFault fault) when (fault.What == ReferenceFault.Kind.Refused && budget.Partial && !first)
            {
                return;
            }

            first = false;
        }
    }

    private object Amount(JsonElement amount, object element) =>
        amount.ValueKind == JsonValueKind.Array && amount[0].ValueKind == JsonValueKind.Array ? language.Block(amount, element) : language.Number(amount, new Dictionary<string, object> { ["Item"] = element });

    private void Prorated(string name, decimal amount, List<ReferenceUnit> units)
    {
        if (units.Count == 0)
            return;
        var (granted, desired) = budget.Take(amount);
        var (parts, wishes) = (Spread(granted, units), desired is { } wish ? Spread(wish, units) : null);
        foreach (var unit in units)
            Emit(unit, new SetDiscountPerItemProps(
                $"{name}#{unit.Line.Position}", parts[unit], unit.Line.Position, unit.SubPosition, wishes?[unit], TotalDiscount: granted, DesiredTotalDiscount: desired));
    }

    private void Bundles(JsonElement effect)
    {
        var (name, take) = (language.Text(effect[1]), effect[3][2]);
        var (units, size) = (ReferenceCart.CheapestFirst(language.List(take[1]).Cast<ReferenceUnit>().Distinct()).ToList(), (int)language.Number(take[2]));
        for (var index = 0; size > 0 && (index + 1) * size <= units.Count; index++)
        {
            var bundle = units.GetRange(index * size, size);
            try
            {
                var (granted, desired) = budget.Take(language.Number(effect[2]));
                var (parts, wishes) = (Spread(granted, bundle), desired is { } wish ? Spread(wish, bundle) : null);
                foreach (var unit in bundle)
                    Emit(unit, new SetDiscountPerItemProps(
                        $"{name}#{unit.Line.Position}", parts[unit], unit.Line.Position, unit.SubPosition, wishes?[unit], TotalDiscount: granted, DesiredTotalDiscount: desired, BundleIndex: index));
            }
            catch (ReferenceFault fault) when (fault.What == ReferenceFault.Kind.Refused && budget.Partial && index > 0)
            {
                return;
            }
        }
    }

    private void Emit(ReferenceUnit unit, SetDiscountPerItemProps props)
    {
        Emitted.Add(props);
        var place = Enumerable.Range(0, cart.Units.Count).First(i => cart.Units[i] == unit);
        Discounts.Add((props.Value, later => later.Units[place].Reduction += props.Value));
    }

    /// <summary>Shares in whole minor units, the largest remainders rounded up, dearest units first among equals.</summary>
    private Dictionary<ReferenceUnit, decimal> Spread(decimal amount, List<ReferenceUnit> units)
    {
        var ordered = ReferenceCart.DearestFirst(units).ToList();
        var total = ordered.Sum(unit => unit.Price);
        var minor = 1m;
        for (var i = 0; i < budget.Digits; i++)
            minor /= 10;
        var exact = ordered.Select(unit => total > 0 ? amount * unit.Price / total : amount / ordered.Count).ToList();
        var parts = exact.Select(share => Math.Floor(share / minor) * minor).ToList();
        var missing = (int)Math.Round((amount - parts.Sum()) / minor);
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - parts[i]).Take(missing))
            parts[i] += minor;
        return ordered.Zip(parts).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
