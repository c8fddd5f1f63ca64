using System.Globalization;

namespace Talon.Promotions;

/// <summary>Which units a return takes back: of each line the lowest that are left.</summary>
internal sealed class ReturnPlan
{
    private ReturnPlan(IReadOnlyList<CartItem> before, int[] returned)
    {
        Returned = returned;
        Before = [.. before.Select(item => item.ReturnedQuantity ?? 0)];
        After = [.. before.Select((item, i) => item with
        {
            ReturnedQuantity = Before[i] + returned[i],
            RemainingQuantity = item.Quantity - Before[i] - returned[i],
        })];
    }

    /// <summary>Units that come back, by line.</summary>
    public IReadOnlyList<int> Returned { get; }

    /// <summary>Units that had come back before, by line.</summary>
    public IReadOnlyList<int> Before { get; }

    /// <summary>The lines after it.</summary>
    public IReadOnlyList<CartItem> After { get; }

    /// <summary>What comes back, by line.</summary>
    public IReadOnlyList<ReturnedCartItem> Items =>
        [.. Returned.Select((quantity, position) => new ReturnedCartItem(position, After[position].Sku, quantity)).Where(item => item.Quantity > 0)];

    /// <summary>What the units cost before discounts, their additional costs included.</summary>
    public decimal Sales => After.Select((item, i) => ((item.Price ?? 0) + (item.AdditionalCosts?.Values.Sum(cost => cost.Price) ?? 0)) * Returned[i]).Sum();

    /// <summary>Whether a unit of a line comes back now.</summary>
    public bool Takes(int line, int unit) => unit >= Before[line] && unit < Before[line] + Returned[line];

    /// <summary>Finds the units; every problem at once.</summary>
    /// <exception cref="InvalidRequestException">There are problems.</exception>
    public static ReturnPlan Make(IReadOnlyList<CartItem> lines, IReadOnlyList<ReturnedCartItem> items)
    {
        var problems = new List<Problem>();
        var returned = new int[lines.Count];
        if (items.Count == 0)
            problems.Add(new Problem("minItems", "A return takes back at least one line.", "/return/returnedCartItems"));
        for (var i = 0; i < items.Count; i++)
            Take(lines, returned, items[i], string.Create(CultureInfo.InvariantCulture, $"/return/returnedCartItems/{i}"), problems);
        return problems.Count == 0 ? new ReturnPlan(lines, returned) : throw new InvalidRequestException(problems);
    }

    private static void Take(IReadOnlyList<CartItem> lines, int[] returned, ReturnedCartItem item, string at, List<Problem> problems)
    {
        if (item.Position is null && item.Sku is null)
            problems.Add(new Problem("required", "Either position or sku is required.", at));
        else if (item.Position is { } position && (position < 0 || position >= lines.Count))
            problems.Add(new Problem("Unknown", $"The session has no cart item at position {position}.", at + "/position"));
        else if (item.Quantity < 1)
            problems.Add(new Problem("minimum", "The quantity is at least 1.", at + "/quantity"));
        else
            TakeLines(lines, returned, item, at, problems);
    }

    private static void TakeLines(IReadOnlyList<CartItem> lines, int[] returned, ReturnedCartItem item, string at, List<Problem> problems)
    {
        var named = Enumerable.Range(0, lines.Count)
            .Where(line => (item.Position is null || item.Position == line) && (item.Sku is null || lines[line].Sku == item.Sku))
            .ToList();
        if (named.Count == 0)
        {
            problems.Add(new Problem("Unknown", $"The session has no cart item with sku \"{item.Sku}\"{(item.Position is { } position ? $" at position {position}" : "")}.", at + "/sku"));
            return;
        }

        var left = named.Sum(Left);
        var wanted = item.Quantity ?? left;
        if (left == 0 || wanted > left)
        {
            problems.Add(new Problem("maximum", left == 0 ? "No unit is left to return." : $"Only {left} units are left to return, not {wanted}.", at + "/quantity"));
            return;
        }

        foreach (var line in named)
        {
            var taken = Math.Min(wanted, Left(line));
            returned[line] += taken;
            wanted -= taken;
        }

        int Left(int line) => lines[line].Quantity - (lines[line].ReturnedQuantity ?? 0) - returned[line];
    }
}
