using Talon.RuleEngine.Functions;

namespace Talon.RuleEngine;

/// <summary>Every function of the rule language: one line for each. The type checker and the documentation read this list.</summary>
public static class FunctionRegistry
{
    /// <summary>The functions, by chapter.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        Equality.Equal,
        Equality.NotEqual,
        Ordering.Less,
        Ordering.LessOrEqual,
        Ordering.Greater,
        Ordering.GreaterOrEqual,
        Ordering.Between,

        Logic.And,
        Logic.Or,
        Logic.Not,
        Logic.If,

        Arithmetic.Add,
        Arithmetic.Subtract,
        Arithmetic.Multiply,
        Arithmetic.Divide,
        Arithmetic.Modulo,
        Rounding.Floor,
        Rounding.Ceiling,
        Rounding.Round,

        TextSearch.Contains,
        TextSearch.NotContains,
        TextSearch.StartsWith,
        TextSearch.EndsWith,
        Pattern.Matches,
        TextParts.Concat,
        TextParts.Split,
        TextParts.Join,
        TextParts.FirstName,
        TextParts.LastName,
        TextParts.AsText,

        ListMaking.List,
        ListMaking.Append,
        ListMaking.Push,
        ListMaking.Distinct,
        ListMaking.Reverse,
        ListParts.Head,
        ListParts.Tail,
        ListParts.Drop,
        ListParts.Item,
        ListParts.At,
        ListParts.Select,
        ListParts.Slice,
        ListBlocks.Map,
        ListBlocks.Filter,
        ListBlocks.Exists,
        ListBlocks.Every,
        Sorting.Sort,
        Sorting.SortByNumber,
        Sorting.SortByString,
        Aggregates.Count,
        Aggregates.Sum,
        Aggregates.Average,
        Aggregates.Min,
        Aggregates.Max,
        Emptiness.IsEmpty,
        Emptiness.Empty,
        Membership.In,
        Membership.InCollection,
        SetComparison.ContainsAll,
        SetComparison.ContainsAny,
        SetComparison.ContainsNone,
        SetComparison.ContainsExactly,
        ValueMaps.MapValue,
        Bundling.Take,
        Bundling.Bundles,

        Clock.Now,
        Clock.After,
        Clock.Before,
        Clock.BetweenTimes,
        Ranges.Within,
        Ranges.Anniversary,
        Clock.Days,
        Clock.DaysBetween,
        Clock.AddDuration,
        Clock.SubDuration,
        Calendar.Hour,
        Calendar.Minute,
        Calendar.Weekday,
        Calendar.MonthDay,
        Calendar.Month,
        Calendar.Year,
        Calendar.Date,
        TimeText.ParseTime,
        TimeText.FormatTime,
        TimeText.MatchTime,

        Paths.Read,
        Paths.ReadOr,
        Paths.Has,
        Variables.Do,
        Variables.Set,
        Variables.Map,
        TemplateFunctions.Set,
        TemplateFunctions.Call,
        TemplateFunctions.Argument,

        Guards.Catch,
        Guards.Noop,
        Guards.Identity,

        CouponConditions.Valid,
        CouponConditions.ValidNoRedeem,
        ReferralConditions.Valid,
        ReferralConditions.ValidNoRedeem,
        AudienceConditions.In,
        AudienceConditions.Joined,
        AudienceConditions.Left,
        LoyaltyConditions.Balance,
        LoyaltyConditions.Tier,
        AchievementConditions.Is,
        AchievementConditions.ProgressOf,
        BudgetConditions.Available,
        BudgetConditions.EnoughFor,
        Circumstances.EventTypeIs,
        Circumstances.StoreIs,
        Places.Of,
        Places.WithinRadius,

        SessionDiscount.Function,
        ItemDiscount.Function,
        BundleDiscount.Function,
        CostDiscount.OnSession,
        CostDiscount.OnItems,
        FreeItem.Function,
        AddPoints.Function,
        DeductPoints.Function,
        PointsExpiry.Extend,
        PointsExpiry.Set,
        Giveaway.Function,
        CreateCoupon.Function,
        CreateReferral.Function,
        ReserveCoupon.Function,
        AttributeUpdate.Function,
        ItemAttributeUpdate.Function,
        AudienceEffects.Add,
        AudienceEffects.Remove,
        IncreaseProgress.Function,
        Notification.Function,
        Webhook.Function,
        CustomEffect.Function,
        OnFailure.Function,
    ];

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(function => function.Name);

    /// <summary>The function of a name; null when there is none.</summary>
    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The function whose name is nearest to a misspelt one; null when none is near.</summary>
    internal static string? Nearest(string name) => name.Length > 50 ? null : All
        .Select(function => (function.Name, Distance: Spelling.Distance(function.Name, name)))
        .Where(near => near.Distance <= 1 + name.Length / 5)
        .OrderBy(near => near.Distance)
        .Select(near => near.Name)
        .FirstOrDefault();
}
