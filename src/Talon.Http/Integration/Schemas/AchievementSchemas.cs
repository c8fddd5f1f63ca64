namespace Talon.Http;

/// <summary>The published shapes of achievements.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class AchievementSchemas
{
    /// <summary>When an achievement can be reached again.</summary>
    public static readonly StringSchema Recurrence = new() { Enum = ["no_recurrence", "on_expiration", "on_completion"] };

    /// <summary>What starts an iteration.</summary>
    public static readonly StringSchema Activation = new() { Enum = ["user_action", "fixed_schedule"] };

    private static readonly Property Name = Property.Required("name", "API name; never changes.", new StringSchema { MinLength = 1, MaxLength = 1000, Pattern = @"^[a-zA-Z]\w+$" }, "Order50Discount");

    private static readonly IReadOnlyList<Property> Names =
    [
        Name,
        Property.Required("title", "Display name.", ManagementFields.Name, "50% off on 50th purchase."),
        Property.Required("description", "Free text.", StringSchema.Text, "50% off for every 50th purchase in a year."),
        Property.Required("target", "How much progress completes it.", new NumberSchema { Minimum = 0, Maximum = Fields.LargestAmount }, 50m),
    ];

    private static readonly IReadOnlyList<Property> Terms =
    [
        Property.Optional("period", "How long an iteration lasts: a whole number and s, m, h, D, W, M or Y; _D or _U at the end rounds it.", new StringSchema { MaxLength = 20 }, "1Y"),
        Property.Optional("periodEndOverride", "The point of the calendar at which iterations end, in place of the exact length.", PeriodEnd()),
        Property.Optional("recurrencePolicy", "When it can be reached again.", Recurrence, "no_recurrence"),
        Property.Optional("activationPolicy", "What starts an iteration.", Activation, "fixed_schedule"),
        Property.Optional("fixedStartDate", "For a fixed schedule, when the first iteration starts.", StringSchema.DateTime, "2024-01-15T15:04:05Z"),
        Property.Optional("endDate", "First moment at which nothing counts any more.", StringSchema.DateTime, "2024-02-15T15:04:05Z"),
        Property.Optional("allowRollbackAfterCompletion", "Whether progress is rolled back in completed iterations too.", new BooleanSchema(), false),
    ];

    /// <summary>An achievement to be.</summary>
    public static readonly ObjectSchema New = new("CreateAchievement", "An achievement to be.") { Properties = [.. Names, .. Terms] };

    /// <summary>A change of an achievement.</summary>
    public static readonly ObjectSchema Update = new("UpdateAchievement", "A change of an achievement; what is left out stays.")
    {
        Properties = [.. Names.Select(name => Property.Optional(name.Name, name.Description, name.Schema)), .. Terms],
    };

    /// <summary>An achievement.</summary>
    public static readonly ObjectSchema Achievement = New.With(
        "Achievement",
        "An achievement.",
        [
            .. Fields.Entity,
            Property.Required("campaignId", "The owning campaign.", Fields.Id, 1),
            Property.Required("userId", "Who created it.", Fields.Id, 1234),
            Property.Optional("createdBy", "The name of who created it.", StringSchema.Text, "John Doe"),
            Property.Optional("status", "Where it stands in time.", new StringSchema { Enum = ["inprogress", "expired", "not_started", "completed"] }, "inprogress"),
        ]);

    /// <summary>A customer's progress in one iteration.</summary>
    public static readonly ObjectSchema Progress = new("AchievementProgress", "A customer's progress in one iteration of an achievement.")
    {
        Properties =
        [
            Property.Required("status", "How far it is.", new StringSchema { Enum = ["inprogress", "completed", "expired", "not_started"] }, "completed"),
            Property.Required("progress", "How much there is.", new NumberSchema(), 10m),
            Property.Optional("startDate", "When it began.", StringSchema.DateTime, "2024-01-01T15:04:05Z"),
            Property.Optional("completionDate", "When it was completed.", StringSchema.DateTime, "2024-01-15T15:04:05Z"),
            Property.Optional("endDate", "When it ends.", StringSchema.DateTime, "2024-02-01T15:04:05Z"),
        ],
    };

    /// <summary>An achievement with a customer's progress, as answers hold it.</summary>
    public static readonly ObjectSchema OfCustomer = new("CustomerAchievement", "An achievement with a customer's progress.")
    {
        Properties =
        [
            Property.Required("id", "The achievement.", Fields.Id, 3),
            .. Names,
            Property.Required("recurrencePolicy", "When it can be reached again.", Recurrence, "no_recurrence"),
            Property.Required("activationPolicy", "What starts an iteration.", Activation, "fixed_schedule"),
            Property.Optional("fixedStartDate", "For a fixed schedule, when the first iteration starts.", StringSchema.DateTime, "2024-01-15T15:04:05Z"),
            Property.Optional("endDate", "First moment at which nothing counts any more.", StringSchema.DateTime, "2024-02-15T15:04:05Z"),
            Property.Required("isCappedByTarget", "Whether progress ends at the target; always true.", new BooleanSchema(), true),
            Property.Required("allowRollbackAfterCompletion", "Whether progress is rolled back in completed iterations too.", new BooleanSchema(), false),
            Property.Optional("currentProgress", "The iteration that counts now.", Progress),
        ],
    };

    /// <summary>An achievement with a customer's progress, as it is listed.</summary>
    public static readonly ObjectSchema Entry = New.With(
        "AchievementStatusEntry",
        "An achievement with a customer's progress.",
        [
            .. Fields.Entity,
            Property.Optional("campaignId", "The owning campaign.", Fields.Id, 1),
            Property.Optional("status", "Whether it can be worked on now.", new StringSchema { Enum = ["active", "scheduled"] }, "active"),
            Property.Optional("currentProgress", "The iteration that counts now.", Progress),
        ]);

    private static ObjectSchema PeriodEnd() => new("TimePoint", "A point of the calendar, in the Application's time zone.")
    {
        Properties =
        [
            Property.Optional("month", "For periods of years, the month.", new IntegerSchema { Minimum = 1, Maximum = 12 }, 11),
            Property.Optional("dayOfMonth", "For periods of years and months, the day; the last one where the month is shorter.", new IntegerSchema { Minimum = 1, Maximum = 31 }, 23),
            Property.Optional("dayOfWeek", "For periods of weeks, the day: 1 is Monday.", new IntegerSchema { Minimum = 1, Maximum = 7 }),
            Property.Required("hour", "The hour.", new IntegerSchema { Minimum = 0, Maximum = 23 }, 23),
            Property.Required("minute", "The minute.", new IntegerSchema { Minimum = 0, Maximum = 59 }, 59),
            Property.Required("second", "The second.", new IntegerSchema { Minimum = 0, Maximum = 59 }, 59),
        ],
    };
}
