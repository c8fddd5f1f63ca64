namespace Talon.Http;

/// <summary>Schemas of fields that many models of the Management API share.</summary>
internal static class ManagementFields
{
    /// <summary>The only account of a deployment.</summary>
    public const long AccountId = 1;

    /// <summary>A name that rules and integrations use.</summary>
    public static readonly StringSchema ApiName = new() { MinLength = 1, MaxLength = 255, Pattern = @"^[A-Za-z]\w*$" };

    /// <summary>A title in the strict form.</summary>
    public static readonly StringSchema StrictTitle = new() { MinLength = 1, MaxLength = 255, Pattern = @"^[A-Za-z][A-Za-z0-9_.!~*'() -]*$" };

    /// <summary>A name without control characters and leading white space.</summary>
    public static readonly StringSchema PrintableName = new() { MinLength = 1, MaxLength = 255, Pattern = @"^[^\x00-\x1F\x7F\s][^\x00-\x1F\x7F]*$" };

    /// <summary>Some name.</summary>
    public static readonly StringSchema Name = new() { MinLength = 1, MaxLength = 255 };

    /// <summary>Ids of Applications.</summary>
    public static readonly Property Subscriptions = Property.Optional("subscribedApplicationsIds", "The Applications where it exists; empty for all.", new ArraySchema(Fields.Id));

    /// <summary>The owning account.</summary>
    public static readonly Property Account = Property.Required("accountId", "The owning account.", Fields.Id, AccountId);

    /// <summary>Budgets.</summary>
    public static readonly ArraySchema Limits = new(CouponSchemas.LimitConfig);
}
