using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Turns an Application into the rule engine's settings.</summary>
internal static class SettingsBuilder
{
    public static ApplicationSettings Build(Application application, AttributeChecker attributes) => new()
    {
        Id = application.Id,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(application.Timezone),
        Currency = application.Currency,
        CascadingDiscounts = application.EnableCascadingDiscounts ?? false,
        PartialDiscounts = application.EnablePartialDiscounts ?? false,
        FlattenCartItems = application.EnableFlattenedCartItems ?? true,
        DefaultDiscountScope = application.DefaultDiscountScope,
        DefaultItemDiscountScope = application.DefaultDiscountAdditionalCostPerItemScope,
        Attributes = attributes.ToValues(AttributeEntity.Application, application.Attributes.GetValueOrDefault()),
    };
}
