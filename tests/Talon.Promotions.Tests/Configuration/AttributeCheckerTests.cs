using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class AttributeCheckerTests
{
    private readonly List<Problem> _problems = [];

    private static AttributeChecker Checker(params EntityAttribute[] attributes) =>
        Sample.Configuration([.. attributes.Select(Sample.Put)]).For(1).Attributes;

    [Fact]
    public void An_unknown_attribute_is_reported_in_the_documented_words()
    {
        Checker().Check(AttributeEntity.CustomerSession, Sample.Json("""{"MyAttribute": 1}"""), "/attributes", _problems);

        Assert.Equal([new("Unknown", "The attribute \"MyAttribute\" is not defined on CustomerSession entities.", "/attributes/MyAttribute")], _problems);
    }

    [Fact]
    public void A_wrong_type_is_reported_in_the_documented_words()
    {
        Checker().Check(AttributeEntity.CustomerProfile, Sample.Json("""{"Name": false}"""), "/attributes", _problems);

        Assert.Equal([new("Invalid type", "Value of \"Name\" attribute (false) is not a string", "/attributes/Name")], _problems);
    }

    [Fact]
    public void Every_problem_is_reported_at_once_with_escaped_pointers()
    {
        Checker().Check(AttributeEntity.CustomerSession, Sample.Json("""{"a/b": 1, "Email": 2, "c~": 3, "Language": "de"}"""), "/x", _problems);

        Assert.Equal(["/x/a~1b", "/x/Email", "/x/c~0"], _problems.Select(p => p.Pointer));
    }

    [Theory]
    [InlineData("\"red\"", null)]
    [InlineData("\"blue\"", "enum")]
    [InlineData("null", null)]
    public void A_closed_list_admits_only_its_values(string json, string? title)
    {
        var colour = Sample.Attribute(1000, AttributeEntity.CartItem, "colour") with { Suggestions = ["red", "green"], RestrictedBySuggestions = true };

        Checker(colour).Check(AttributeEntity.CartItem, Sample.Json($$"""{"colour": {{json}}}"""), "", _problems);

        Assert.Equal(title is null ? [] : [title], _problems.Select(p => p.Title));
    }

    [Theory]
    [InlineData(AttributeType.String, "\"a\"", "1", "true", "[]", "{}")]
    [InlineData(AttributeType.Number, "1.50", "\"1\"", "1e400", "true")]
    [InlineData(AttributeType.Boolean, "true", "\"true\"", "0")]
    [InlineData(AttributeType.Time, "\"2026-03-01T00:00:00+01:00\"", "\"2026-03-01\"", "\"2026-03-01T00:00:00\"", "\"2026-13-01T00:00:00Z\"", "1")]
    [InlineData(AttributeType.Location, "{\"lat\": 52.5, \"lon\": 13.4}", "{\"lat\": 91, \"lon\": 0}", "{\"lat\": 1}", "[1, 2]")]
    [InlineData(AttributeType.StringList, "[\"a\", \"b\"]", "\"a\"", "[1]", "[null]")]
    [InlineData(AttributeType.NumberList, "[1, 2.5]", "[\"a\"]", "1")]
    [InlineData(AttributeType.TimeList, "[\"2026-03-01T00:00:00Z\"]", "[1]")]
    [InlineData(AttributeType.LocationList, "[{\"lat\": 1, \"lon\": 2}]", "{\"lat\": 1, \"lon\": 2}")]
    public void Types_are_strict(AttributeType type, string good, params string[] bad)
    {
        var checker = Checker(Sample.Attribute(1000, AttributeEntity.Event, "x", type) with { EventType = "viewed" });

        checker.Check(AttributeEntity.Event, Sample.Json($$"""{"x": {{good}}}"""), "", _problems, "viewed");
        Assert.Empty(_problems);
        foreach (var json in bad)
        {
            _problems.Clear();
            checker.Check(AttributeEntity.Event, Sample.Json($$"""{"x": {{json}}}"""), "", _problems, "viewed");
            Assert.True(_problems is [{ Title: "Invalid type" }], $"{json} passed as {type}");
        }
    }

    [Fact]
    public void Event_attributes_belong_to_their_event_type()
    {
        var checker = Checker(Sample.Attribute(1000, AttributeEntity.Event, "x") with { EventType = "viewed" });

        checker.Check(AttributeEntity.Event, Sample.Json("""{"x": "a"}"""), "", _problems, "bought");

        Assert.Equal("Unknown", Assert.Single(_problems).Title);
    }

    [Fact]
    public void An_attribute_of_other_applications_is_unknown()
    {
        var checker = Checker(Sample.Attribute(1000, AttributeEntity.CustomerSession, "x") with { SubscribedApplicationsIds = [2] });

        checker.Check(AttributeEntity.CustomerSession, Sample.Json("""{"x": "a"}"""), "", _problems);

        Assert.Equal("Unknown", Assert.Single(_problems).Title);
    }

    [Fact]
    public void Values_keep_the_scale_of_numbers_and_leave_out_nulls()
    {
        var checker = Checker(Sample.Attribute(1000, AttributeEntity.CustomerSession, "n", AttributeType.Number));

        var values = checker.ToValues(AttributeEntity.CustomerSession, Sample.Json("""{"n": 5.10, "Email": null, "Language": "de"}"""));

        Assert.Equal("5.10", values["n"].Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("de", values["Language"].String);
        Assert.Equal(2, values.Count);
    }

    [Fact]
    public void Additional_costs_are_checked_by_name_and_place()
    {
        var costs = Sample.Configuration(Sample.Put(Sample.Cost(1, "shipping")), Sample.Put(Sample.Cost(2, "wrapping", AdditionalCostScope.Item))).For(1).AdditionalCosts;

        costs.Check(AdditionalCostScope.Session, ["shipping", "wrapping", "x"], "/additionalCosts", _problems);

        Assert.Equal(["/additionalCosts/wrapping", "/additionalCosts/x"], _problems.Select(p => p.Pointer));
    }
}
